// Clothes, toys, tools, instruments, sports gear and other things.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `object` unless the row says otherwise. */
export const thingsTable = `
traffic light | own:traffic light | 2.2 | stands front | 0.34 black
stop sign | own:stop sign | 0.8 | stands front | 0.85 red | keep
bus stop | bus-stop | 2.6 | stands front | 0.88 grey | keep
mailbox | closed-mailbox-with-raised-flag | 1.2 | stands left | 1.00 blue
postbox | postbox | 1.5 | stands front | 0.69 red
gas pump | fuel-pump | 1.7 | stands front | 0.98 red
backpack | backpack | 0.5 | stands front | 0.98 red
handbag | handbag | 0.35 | stands front | 0.97 orange
purse | purse | 0.12 | stands front | 1.03 red
briefcase | briefcase | 0.35 | stands front | 1.12 brown
suitcase | own:suitcase | 0.7 | stands front | 0.66 blue
umbrella | umbrella | 0.9 | stands front | 1.02 blue
beach umbrella | umbrella-on-ground | 2.2 | stands front | 1.01 pink
tie | trinket:tie | 0.6 | hangs front | 0.29 red
t-shirt | t-shirt | 0.7 | hangs front | 1.11 blue
jeans | jeans | 1.0 | hangs front | 0.52 blue
dress | dress | 1.1 | hangs front | 0.80 blue
kimono | kimono | 1.3 | hangs front | 1.00 pink
coat | coat | 1.1 | hangs front | 0.87 yellow
scarf | scarf | 0.7 | hangs front | 0.68 red
gloves | gloves | 0.25 | lies front | 1.08 blue
socks | socks | 0.35 | lies front | 0.91 white
shorts | shorts | 0.5 | hangs front | 1.05 blue
bikini | bikini | 0.6 | hangs front | 0.74 red
top hat | top-hat | 0.2 | stands front | 1.20 black
sun hat | womans-hat | 0.15 | lies front | 1.27 yellow
cap | billed-cap | 0.14 | lies left | 1.35 blue
crown | crown | 0.15 | stands front | 1.06 yellow
graduation cap | graduation-cap | 0.15 | stands front | 1.10 black
helmet | rescue-workers-helmet | 0.2 | stands front | 1.00 red
shoe | mans-shoe | 0.12 | stands left | 1.88 brown
sneaker | running-shoe | 0.12 | stands left | 1.53 blue
high heels | high-heeled-shoe | 0.16 | stands left | 0.94 red
boot | womans-boot | 0.3 | stands left | 0.71 orange
hiking boot | hiking-boot | 0.22 | stands left | 1.10 brown
glasses | glasses | 0.06 | lies front | 2.97 blue
sunglasses | sunglasses | 0.06 | lies front | 2.97 black
ring | ring | 0.03 | stands front | 0.74 grey
gem | gem-stone | 0.05 | lies front | 1.12 blue
watch | watch | 0.06 | stands front | 0.87 white | keep
lipstick | lipstick | 0.08 | stands front | 0.61 red
sports ball | soccer-ball | 0.22 | lies front | 1.00 white
soccer ball | soccer-ball | 0.22 | lies front | 1.00 white
basketball | basketball | 0.24 | lies front | 1.01 orange
american football | american-football | 0.2 | lies front | 0.98 red
baseball | baseball | 0.075 | lies front | 0.99 white
tennis racket | own:tennis racket | 0.6 | lies left | 0.78 blue
volleyball | volleyball | 0.21 | lies front | 1.00 white
rugby ball | rugby-football | 0.2 | lies front | 0.99 orange
frisbee | flying-disc | 0.14 | flies front | 0.96 blue
bowling pins | bowling | 0.38 | stands front | 0.88 grey
cricket bat | cricket-game | 0.8 | lies left | 0.99 orange
badminton | badminton | 0.65 | lies left | 1.00 blue
ping pong | ping-pong | 0.25 | lies left | 0.86 pink
boxing gloves | boxing-glove | 0.3 | lies left | 0.69 red
skis | own:skis | 0.4 | stands left | 0.73 red
ice skate | ice-skate | 0.3 | stands left | 1.07 grey
roller skate | roller-skate | 0.3 | stands left | 1.05 blue
fishing rod | fishing-pole | 1.6 | stands left | 1.02 blue
kite | kite | 1.0 | flies left | 1.06 orange
yo-yo | yo-yo | 0.06 | hangs front | 0.96 red
balloon | balloon | 0.4 | flies front | 0.70 red
gift | wrapped-gift | 0.3 | stands front | 0.93 red
puzzle piece | puzzle-piece | 0.05 | lies front | 0.97 green
dice | game-die | 0.03 | lies front | 0.95 white
nesting dolls | nesting-dolls | 0.2 | stands front | 0.85 red
pinata | pinata | 0.6 | hangs left | 0.97 pink
trophy | trophy | 0.4 | stands front | 1.02 orange
medal | sports-medal | 0.1 | hangs front | 0.60 orange
guitar | guitar | 1.0 | lies left | 1.00 red | keep
violin | violin | 0.6 | lies left | 1.01 orange
saxophone | saxophone | 0.8 | lies left | 1.07 yellow
trumpet | trumpet | 0.35 | lies left | 1.04 yellow
trombone | trombone | 0.5 | lies left | 1.00 yellow
drum | drum | 0.4 | stands front | 0.96 red
djembe | long-drum | 0.65 | stands front | 0.67 orange
accordion | accordion | 0.4 | stands front | 1.13 orange
banjo | banjo | 0.9 | lies left | 1.01 orange
flute | flute | 0.6 | lies left | 1.00 yellow
harp | harp | 1.5 | stands left | 0.74 orange
maracas | maracas | 0.25 | lies front | 1.00 orange
microphone | microphone | 0.22 | lies left | 1.00 grey
studio microphone | studio-microphone | 0.3 | stands front | 0.65 blue
headphones | headphone | 0.2 | stands front | 0.94 grey
hammer | hammer | 0.3 | lies left | 1.00 brown
axe | axe | 0.6 | lies left | 1.01 orange
saw | carpentry-saw | 0.2 | lies left | 0.98 orange
wrench | wrench | 0.25 | lies left | 0.97 blue
screwdriver | screwdriver | 0.22 | lies left | 1.00 red
pickaxe | pick | 0.9 | lies left | 0.98 brown
shovel | shovel | 1.2 | lies left | 1.00 blue
ladder | ladder | 2.5 | stands front | 0.62 orange
toolbox | toolbox | 0.3 | stands front | 1.12 red
gear | gear | 0.2 | stands front | 1.00 blue
magnet | magnet | 0.12 | lies front | 0.99 red
scissors | scissors | 0.2 | lies front | 1.00 blue
sewing needle | sewing-needle | 0.06 | lies left | 1.00 blue
thread | thread | 0.06 | stands front | 0.61 blue
yarn | yarn | 0.12 | lies front | 0.91 red
key | key | 0.07 | lies left | 0.98 yellow
old key | old-key | 0.1 | lies left | 1.08 grey
lock | locked | 0.1 | stands front | 0.69 yellow
book | closed-book | 0.25 | stands front | 0.83 red
open book | open-book | 0.25 | lies front | 1.43 white
books | books | 0.25 | stands front | 1.02 green
notebook | notebook | 0.25 | stands front | 0.83 grey
newspaper | newspaper | 0.35 | lies front | 1.25 white | keep
letter | envelope | 0.12 | lies front | 1.47 white
scroll | scroll | 0.3 | stands front | 1.04 yellow
calendar | spiral-calendar | 0.3 | stands front | 0.98 blue | keep
pencil | pencil | 0.18 | lies left | 1.00 yellow
pen | pen | 0.15 | lies left | 0.99 blue
crayon | crayon | 0.1 | lies left | 1.00 red
paintbrush | paintbrush | 0.2 | lies left | 1.05 blue
palette | artist-palette | 0.3 | lies front | 1.08 orange
map | world-map | 0.6 | lies front | 1.07 blue | keep
globe | globe-showing-europe-africa | 0.4 | stands front | 1.01 green | keep
compass | compass | 0.08 | lies front | 1.00 yellow | keep
telescope | telescope | 1.2 | stands left | 0.96 grey
microscope | microscope | 0.4 | stands left | 0.92 blue
test tube | test-tube | 0.15 | stands front | 1.04 green
alembic | alembic | 0.3 | stands front | 0.99 blue
magnifying glass | magnifying-glass-tilted-left | 0.2 | lies left | 1.01 blue
abacus | abacus | 0.3 | stands front | 1.00 red | keep
syringe | syringe | 0.15 | lies left | 1.02 blue
pill | pill | 0.02 | lies front | 1.00 red
stethoscope | stethoscope | 0.4 | lies front | 0.99 blue
thermometer | thermometer | 0.2 | stands front | 0.40 blue
crystal ball | crystal-ball | 0.3 | stands front | 0.81 purple | lone
magic wand | magic-wand | 0.35 | lies left | 0.88 yellow | lone
dagger, sword | dagger | 0.9 | lies left | 1.00 blue | lone
shield | shield | 0.8 | stands front | 0.82 grey
bow | bow-and-arrow | 1.2 | lies left | 1.00 orange
bomb | bomb | 0.3 | stands front | 0.88 black
treasure chest | treasure-chest | 0.6 | stands front | 0.86 orange
coin | coin | 0.04 | stands front | 0.96 yellow | keep
money bag, money | money-bag | 0.35 | stands front | 0.89 yellow | keep
banknote | dollar-banknote | 0.08 | lies front | 1.57 green | keep
anchor | anchor | 1.2 | stands front | 0.94 blue
life ring | ring-buoy | 0.7 | lies front | 0.97 red
barrel | oil-drum | 0.9 | stands front | 0.65 blue
bell | bell | 0.3 | hangs front | 1.03 yellow
wind chime | wind-chime | 0.5 | hangs front | 0.69 blue
firecracker | firecracker | 0.2 | stands front | 1.00 red
fireworks | fireworks | 40 | sky front | 1.00 blue
fire extinguisher | fire-extinguisher | 0.5 | stands front | 0.47 red
jack-o'-lantern | jack-o-lantern | 0.35 | stands front | 1.05 orange
skull | skull | 0.2 | stands front | 0.83 white
heart | red-heart | 0.3 | flies front | 1.09 red
flag | triangular-flag | 2.5 | stands left | 0.98 red
chequered flag | chequered-flag | 1.2 | stands left | 0.98 white
nest | nest-with-eggs | 0.15 | lies front | 1.31 orange
feather | feather | 0.25 | lies left | 1.01 brown
shell | spiral-shell | 0.12 | lies left | 1.01 white
bone | bone | 0.18 | lies left | 1.00 white
spider web | spider-web | 0.6 | hangs front | 1.00 grey
shopping cart | shopping-cart | 1.0 | stands left | 0.99 blue
package | package | 0.35 | stands front | 0.92 orange
hook | hook | 0.1 | hangs front | 0.68 yellow
folding fan | folding-hand-fan | 0.25 | lies front | 1.43 red
koinobori | carp-streamer | 3 | hangs left | 1.06 blue
red envelope | red-envelope | 0.17 | stands front | 0.68 red | keep
mahjong tile | mahjong-red-dragon | 0.04 | stands front | 0.69 white | keep
chess pawn | chess-pawn | 0.06 | stands front | 0.60 grey
slot machine | slot-machine | 0.8 | stands front | 1.04 grey | keep
game controller | video-game | 0.12 | lies front | 1.43 grey
joystick | joystick | 0.2 | stands front | 0.91 grey
mirror ball | mirror-ball | 0.5 | hangs front | 0.97 blue
brick | brick | 0.4 | stands front | 1.00 red
tooth | tooth | 0.1 | stands front | 0.75 white
brain | brain | 0.2 | lies front | 1.28 pink
eye | eye | 0.1 | lies front | 1.43 brown
bubble | bubbles | 0.4 | flies front | 1.02 blue
apron | cloth:apron | 0.9 | hangs front | 0.50 white
armor | cloth:armor | 0.9 | hangs front | 1.08 grey
hanfu | cloth:hanfu | 1.3 | hangs front | 0.65 green
suit | cloth:suit | 0.9 | hangs front | 1.30 black
sweater | cloth:sweater | 0.7 | hangs front | 1.33 red
uniform | cloth:uniform | 0.8 | hangs front | 1.29 blue
spacesuit | cloth:spacesuit | 1 | hangs front | 1.31 white
clothes | cloth:clothes | 0.7 | hangs front | 1.32 blue
lab coat | lab-coat | 1 | hangs front | 0.92 white
swimsuit | one-piece-swimsuit | 0.6 | hangs front | 0.57 blue
hat | hat:hat | 0.15 | lies front | 2.29 yellow
flower crown | hat:flower crown | 0.1 | lies front | 4.01 yellow
mask | own:mask | 0.14 | lies front | 1.44 purple
necklace | own:necklace | 0.3 | hangs front | 0.92 yellow
ribbon | own:ribbon | 0.2 | hangs front | 1.21 red
sandal | thong-sandal | 0.08 | lies left | 1.14 green
sock | socks | 0.3 | lies front | 0.91 white
ballet shoes | ballet-shoes | 0.25 | lies front | 0.92 brown
veil | hat:headscarf | 0.5 | hangs front | 0.81 purple
wings | wing | 0.6 | flies left | 1.06 white
atom | own:atom | 0.3 | flies front | 1.10 blue
billiard ball | pool-8-ball | 0.057 | lies front | 1.01 grey
boomerang | boomerang | 0.35 | lies front | 1.01 brown
bow and arrow | own:bow and arrow | 1.3 | lies right | 0.98 orange
bowling ball | own:bowling ball | 0.22 | lies front | 1.00 blue
baseball bat | own:baseball bat | 0.9 | lies front | 0.82 orange
baseball glove | own:baseball glove | 0.3 | lies front | 0.88 brown
surfboard | own:surfboard | 1.9 | stands front | 0.44 yellow
snowboard | own:snowboard | 1.5 | stands front | 0.66 blue
hockey stick | own:hockey stick | 1.4 | lies front | 0.83 orange
golf club | own:golf club | 1.1 | lies front | 0.61 grey
dumbbell | own:dumbbell | 0.2 | lies front | 1.85 black
tennis ball | own:tennis ball | 0.067 | lies front | 1.00 green
trampoline | own:trampoline | 0.7 | stands front | 2.58 blue
dart board | bullseye | 0.45 | hangs front | 1.07 red | keep
rubber duck | own:rubber duck | 0.1 | swims right | 1.11 yellow
rocking horse | own:rocking horse | 0.8 | stands left | 1.04 orange
pinwheel | own:pinwheel | 0.4 | stands front | 0.73 yellow
lego | own:lego | 0.12 | lies front | 1.32 yellow
doll | own:doll | 0.4 | stands front | 0.76 orange
cube | own:cube | 0.3 | stands front | 0.91 blue
sphere | own:sphere | 0.3 | lies front | 1.00 blue
cone | own:cone | 0.3 | stands front | 0.92 orange
cylinder | own:cylinder | 0.3 | stands front | 0.72 green
triangle | own:triangle | 0.3 | stands front | 1.01 yellow
square | own:square | 0.3 | stands front | 1.00 red
circle | own:circle | 0.3 | stands front | 1.00 blue
cigarette | cigarette | 0.08 | lies left | 1.03 grey
coffin | coffin | 0.6 | lies front | 1.06 brown
credit card | credit-card | 0.054 | lies front | 1.57 yellow
cross | own:cross | 0.3 | stands front | 0.73 orange
dna | dna | 0.3 | stands front | 1.00 pink
flask | alembic | 0.3 | stands front | 0.99 blue
gun | water-pistol | 0.15 | lies left | 1.37 orange
cannon | own:cannon | 1.0 | stands left | 1.44 brown
spear | own:spear | 2 | stands front | 0.16 brown
musical note | musical-note | 0.3 | flies front | 0.84 grey
paper | page-facing-up | 0.3 | lies front | 0.83 white
paperclip | paperclip | 0.03 | lies front | 0.98 blue
party popper | party-popper | 0.25 | lies left | 0.98 orange
paw print | paw-prints | 0.1 | lies front | 1.10 blue
playing card | joker | 0.09 | lies front | 0.74 white | keep
rope | knot | 0.2 | lies front | 0.51 blue
ruler | straight-ruler | 0.3 | lies front | 0.99 blue
shopping bags | shopping-bags | 0.4 | stands front | 0.95 green
ticket | ticket | 0.06 | lies front | 1.66 yellow
pumpkin | own:pumpkin | 0.3 | lies front | 1.04 orange
`;
