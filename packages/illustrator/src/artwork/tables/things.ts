// Clothes, toys, tools, instruments, sports gear and other things.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `object` unless the row says otherwise. */
export const thingsTable = `
traffic light | vertical-traffic-light | 2.2 | stands front | 0.43 black
stop sign | stop-sign | 0.8 | stands front | 1.00 red
bus stop | bus-stop | 2.6 | stands front | 0.88 grey
mailbox | closed-mailbox-with-raised-flag | 1.2 | stands left | 1.00 blue
postbox | postbox | 1.5 | stands front | 0.69 red
fuel pump | fuel-pump | 1.7 | stands front | 0.98 red
backpack | backpack | 0.5 | stands front | 0.98 red
handbag | handbag | 0.35 | stands front | 0.97 orange
purse | purse | 0.12 | stands front | 1.03 pink
briefcase | briefcase | 0.35 | stands front | 1.12 brown
suitcase | luggage | 0.7 | stands front | 0.81 blue
umbrella | umbrella | 0.9 | stands front | 1.02 blue
beach umbrella | umbrella-on-ground | 2.2 | stands front | 1.01 red
tie | necktie | 0.6 | hangs front | 0.99 blue
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
high heel | high-heeled-shoe | 0.16 | stands left | 0.94 red
boot | womans-boot | 0.3 | stands left | 0.71 orange
hiking boot | hiking-boot | 0.22 | stands left | 1.10 brown
glasses | glasses | 0.06 | lies front | 2.97 blue
sunglasses | sunglasses | 0.06 | lies front | 2.97 black
ring | ring | 0.03 | stands front | 0.74 grey
gem | gem-stone | 0.05 | lies front | 1.12 blue
watch | watch | 0.06 | stands front | 0.87 white
lipstick | lipstick | 0.08 | stands front | 0.61 red
sports ball | soccer-ball | 0.22 | lies front | 1.00 white
soccer ball | soccer-ball | 0.22 | lies front | 1.00 white
basketball | basketball | 0.24 | lies front | 1.01 orange
american football | american-football | 0.2 | lies front | 0.98 red
baseball | baseball | 0.075 | lies front | 0.99 white
tennis racket | tennis | 0.6 | lies left | 0.98 blue
volleyball | volleyball | 0.21 | lies front | 1.00 white
rugby ball | rugby-football | 0.2 | lies front | 0.99 orange
frisbee | flying-disc | 0.14 | flies front | 0.96 blue
bowling | bowling | 0.38 | stands front | 0.88 grey
cricket bat | cricket-game | 0.8 | lies left | 0.99 orange
badminton racket | badminton | 0.65 | lies left | 1.00 blue
table tennis paddle | ping-pong | 0.25 | lies left | 0.86 red
boxing glove | boxing-glove | 0.3 | lies left | 0.69 red
skis | skis | 0.4 | stands left | 0.92 blue
ice skate | ice-skate | 0.3 | stands left | 1.07 white
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
guitar | guitar | 1.0 | lies left | 1.00 red
violin | violin | 0.6 | lies left | 1.01 red
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
needle | sewing-needle | 0.06 | lies left | 1.00 blue
thread | thread | 0.06 | stands front | 0.61 blue
yarn | yarn | 0.12 | lies front | 0.91 red
key | key | 0.07 | lies left | 0.98 yellow
old key | old-key | 0.1 | lies left | 1.08 grey
lock | locked | 0.1 | stands front | 0.69 yellow
book | closed-book | 0.25 | stands front | 0.83 red
open book | open-book | 0.25 | lies front | 1.43 white
books | books | 0.25 | stands front | 1.02 green
notebook | notebook | 0.25 | stands front | 0.83 grey
newspaper | newspaper | 0.35 | lies front | 1.25 white
letter | envelope | 0.12 | lies front | 1.47 white
scroll | scroll | 0.3 | stands front | 1.04 yellow
calendar | spiral-calendar | 0.3 | stands front | 0.98 blue
pencil | pencil | 0.18 | lies left | 1.00 yellow
pen | pen | 0.15 | lies left | 0.99 blue
crayon | crayon | 0.1 | lies left | 1.00 red
paintbrush | paintbrush | 0.2 | lies left | 1.05 blue
palette | artist-palette | 0.3 | lies front | 1.08 orange
map | world-map | 0.6 | lies front | 1.07 blue
globe | globe-showing-europe-africa | 0.4 | stands front | 1.01 green
compass | compass | 0.08 | lies front | 1.00 yellow
telescope | telescope | 1.2 | stands left | 0.96 grey
microscope | microscope | 0.4 | stands left | 0.92 blue
test tube | test-tube | 0.15 | stands front | 1.04 green
alembic | alembic | 0.3 | stands front | 0.99 blue
magnifying glass | magnifying-glass-tilted-left | 0.2 | lies left | 1.01 blue
abacus | abacus | 0.3 | stands front | 1.00 red
syringe | syringe | 0.15 | lies left | 1.02 blue
pill | pill | 0.02 | lies front | 1.00 red
stethoscope | stethoscope | 0.4 | lies front | 0.99 blue
thermometer | thermometer | 0.2 | stands front | 0.40 blue
crystal ball | crystal-ball | 0.3 | stands front | 0.81 purple
magic wand | magic-wand | 0.35 | lies left | 1.00 yellow
sword | dagger | 0.9 | lies left | 1.00 -
shield | shield | 0.8 | stands front | 0.82 grey
bow | bow-and-arrow | 1.2 | lies left | 1.00 orange
bomb | bomb | 0.3 | stands front | 0.88 black
treasure chest | treasure-chest | 0.6 | stands front | 0.86 orange
coin | coin | 0.04 | stands front | 0.96 yellow
money bag | money-bag | 0.35 | stands front | 0.89 yellow
banknote | dollar-banknote | 0.08 | lies front | 1.57 green
anchor | anchor | 1.2 | stands front | 0.94 blue
life buoy | ring-buoy | 0.7 | lies front | 0.97 red
barrel | oil-drum | 0.9 | stands front | 0.65 blue
bell | bell | 0.3 | hangs front | 1.03 yellow
wind chime | wind-chime | 0.5 | hangs front | 0.69 blue
firecracker | firecracker | 0.2 | stands front | 1.00 red
fireworks | fireworks | 40 | sky front | 1.00 blue
fire extinguisher | fire-extinguisher | 0.5 | stands front | 0.47 red
jack-o-lantern | jack-o-lantern | 0.35 | stands front | 1.05 orange
pumpkin | jack-o-lantern | 0.35 | stands front | 1.05 orange
skull | skull | 0.2 | stands front | 0.83 white
heart | red-heart | 0.3 | flies front | 1.09 red
flag | triangular-flag | 2.5 | stands left | 0.98 red
chequered flag | chequered-flag | 1.2 | stands left | 0.98 white
nest | nest-with-eggs | 0.15 | lies front | 1.31 orange
feather | feather | 0.25 | lies left | 1.01 orange
shell | spiral-shell | 0.12 | lies left | 1.01 white
bone | bone | 0.18 | lies left | 1.00 brown
spider web | spider-web | 0.6 | hangs front | 1.00 grey
shopping cart | shopping-cart | 1.0 | stands left | 0.99 blue
package | package | 0.35 | stands front | 0.92 orange
hook | hook | 0.1 | hangs front | 0.68 yellow
fan | folding-hand-fan | 0.25 | lies front | 1.43 red
koinobori | carp-streamer | 3 | hangs left | 1.06 blue
red envelope | red-envelope | 0.17 | stands front | 0.68 red
mahjong tile | mahjong-red-dragon | 0.04 | stands front | 0.69 white
chess pawn | chess-pawn | 0.06 | stands front | 0.60 grey
slot machine | slot-machine | 0.8 | stands front | 1.04 grey
video game controller | video-game | 0.12 | lies front | 1.43 grey
joystick | joystick | 0.2 | stands front | 0.91 grey
mirror ball | mirror-ball | 0.5 | hangs front | 0.97 blue
brick | brick | 0.4 | stands front | 1.00 red
tooth | tooth | 0.1 | stands front | 0.75 white
brain | brain | 0.2 | lies front | 1.28 pink
eye | eye | 0.1 | lies front | 1.43 brown
bubbles | bubbles | 0.4 | flies front | 1.02 blue
`;
