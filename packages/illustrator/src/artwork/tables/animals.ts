// Animals: mammals, birds, reptiles, fish, insects.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `animal` unless the row says otherwise. */
export const animalsTable = `
hamster | beast:hamster | 0.12 | stands left | 0.62 orange
moose | beast:moose | 2.1 | stands left | 0.86 brown
boar | beast:boar | 0.9 | stands left | 1.35 brown
frog | own:frog | 0.1 | stands left | 1.12 green | posed=beast:frog
fox | beast:fox | 0.55 | stands left | 1.26 orange
wolf | beast:wolf | 0.95 | stands left | 1.13 grey
lion | beast:lion | 1.25 | stands left | 1.18 yellow
bear | beast:bear | 1.5 | stands left | 1.00 brown
polar bear | beast:polar bear | 1.6 | stands left | 1.03 white
panda | beast:panda | 1.2 | stands left | 0.96 black
koala | beast:koala | 0.6 | stands left | 0.53 grey
cat | cat | 0.45 | stands left | 0.90 yellow | posed=beast:cat black=black-cat
dog | dog | 0.6 | stands left | 0.95 brown | posed=beast:dog
guide dog | guide-dog | 0.6 | stands left | 1.14 yellow
poodle | poodle | 0.5 | stands left | 0.89 grey
horse | horse | 1.7 | stands left | 1.10 orange | posed=beast:horse seat=.56,.3
donkey | beast:donkey | 1.3 | stands left | 0.94 grey | posed=beast:donkey
zebra | zebra | 1.5 | stands left | 0.97 black | wears=6,10,52,56 seat=.58,.3
cow | cow | 1.5 | stands left | 1.18 white | posed=beast:cow seat=.55,.3
ox | ox | 1.6 | stands left | 1.08 brown | seat=.55,.25
water buffalo | water-buffalo | 1.6 | stands left | 1.22 grey | seat=.55,.28
bison | bison | 1.8 | stands left | 1.05 brown | seat=.62,.25
pig | pig | 0.8 | stands left | 1.13 pink | posed=beast:pig seat=.5,.2
sheep | ewe | 0.9 | stands left | 1.00 white | posed=beast:sheep seat=.6,.1
ram | ram | 0.95 | stands left | 1.07 grey
goat | goat | 0.85 | stands left | 0.71 brown | posed=beast:goat seat=.6,.35
deer | deer | 1.6 | stands left | 0.63 orange | posed=beast:deer seat=.62,.45
camel | camel | 2.1 | stands left | 1.06 orange | wears=7,12,47,52 seat=.56,.2
bactrian camel | two-hump-camel | 2.1 | stands left | 1.05 orange | seat=.58,.24
llama | llama | 1.7 | stands left | 0.94 brown | wears=5,8,36,40 seat=.6,.4
giraffe | giraffe | 4.8 | stands left | 0.76 orange | posed=beast:giraffe seat=.62,.38
elephant | elephant | 3.2 | stands left | 1.10 grey | posed=beast:elephant seat=.58,.12
mammoth | mammoth | 3.4 | stands left | 1.05 brown | seat=.6,.15
rhinoceros | rhinoceros | 1.7 | stands left | 1.30 blue | seat=.6,.25
hippopotamus | hippopotamus | 1.5 | stands left | 1.44 brown | wears=4,34,62,92 seat=.55,.2
tiger | tiger | 1.0 | stands left | 1.41 orange | posed=beast:tiger seat=.6,.25
leopard | leopard | 0.8 | stands left | 1.32 orange | seat=.6,.3
monkey | monkey | 0.7 | stands left | 1.00 brown | posed=beast:monkey
gorilla | gorilla | 1.6 | stands left | 0.89 grey | hands=.22,.6
orangutan | orangutan | 1.3 | stands front | 0.97 brown | hands=.35,.8
mouse | mouse | 0.12 | stands left | 1.02 white | posed=beast:mouse
rat | rat | 0.16 | stands left | 1.26 grey
rabbit | rabbit | 0.4 | stands left | 0.81 white | posed=beast:rabbit
squirrel | chipmunk | 0.3 | stands left | 1.18 brown | posed=beast:squirrel
beaver | beaver | 0.45 | stands left | 1.01 brown | hands=.2,.45
hedgehog | hedgehog | 0.2 | stands left | 1.37 brown | wears=8,50,58,108 hands=.12,.85
bat | bat | 0.3 | flies front | 1.54 brown | hands=.5,.75
sloth | sloth | 0.6 | hangs front | 0.97 brown
otter | otter | 0.4 | swims left | 1.34 brown | wears=2,16,62,72 hands=.5,.55
raccoon | raccoon | 0.4 | stands left | 1.78 grey | posed=beast:raccoon
skunk | skunk | 0.4 | stands left | 0.91 black | hands=.1,.6
badger | badger | 0.4 | stands left | 1.98 grey | hands=.06,.6
kangaroo | kangaroo | 1.5 | stands left | 1.26 orange | posed=beast:kangaroo
turkey | turkey | 0.9 | stands left | 0.95 brown
rooster | rooster | 0.55 | stands left | 0.89 red | wears=12,14,48,52 hands=.1,.3
chick | baby-chick | 0.15 | stands left | 1.08 yellow | wears=2,10,58,62 hands=.05,.45
hatching chick | hatching-chick | 0.15 | stands front | 1.05 yellow
bird | bird | 0.25 | stands left | 1.19 blue | black=black-bird flying=own:flying_bird wears=10,12,62,60 hands=.05,.35
crow | black-bird | 0.35 | stands left | 1.19 black | wears=12,14,60,60 hands=.05,.35
penguin | penguin | 0.9 | stands left | 0.66 black | posed=beast:penguin
dove | dove | 0.35 | flies left | 1.14 white | hands=.05,.4
eagle | eagle | 0.9 | flies left | 0.94 brown | seat=.55,.5 hands=.4,.92
duck | duck | 0.45 | stands left | 0.90 brown | wears=9,4,61,48 hands=.04,.22
swan | swan | 0.9 | swims left | 1.12 white | seat=.6,.45 hands=.08,.3
goose | goose | 0.8 | stands left | 0.82 white | wears=11,3,48,31 seat=.6,.5 hands=.06,.16
owl | owl | 0.45 | stands front | 0.73 brown | wears=22,11,106,72 hands=.5,.8
dodo | dodo | 0.8 | stands left | 0.96 blue
flamingo | flamingo | 1.3 | stands left | 0.70 pink | wears=16,-6,50,26 hands=.06,.16
peacock | peacock | 1.1 | stands front | 1.13 green
parrot | parrot | 0.4 | stands left | 0.89 green | wears=10,1,56,44 hands=.3,.9
crocodile | crocodile | 0.7 | stands left | 0.86 green | seat=.6,.3
turtle | turtle | 0.4 | stands left | 1.25 green | wears=4,42,47,80 seat=.62,.12 hands=.12,.6
lizard | lizard | 0.25 | stands left | 0.81 green
snake | snake | 0.5 | stands left | 1.03 green
whale | whale | 5 | swims left | 1.05 blue | seat=.45,.4
spouting whale | spouting-whale | 6 | swims left | 1.05 blue
dolphin | dolphin | 2 | swims left | 0.93 blue | seat=.55,.25 hands=.06,.4
orca | orca | 3.5 | swims left | 0.89 black | seat=.5,.3
seal | seal | 1.0 | stands left | 1.13 grey | hands=.12,.3
fish | fish | 0.35 | underwater left | 1.47 blue
tropical fish | tropical-fish | 0.25 | underwater left | 1.19 yellow
blowfish, pufferfish | blowfish | 0.3 | underwater left | 1.15 brown
shark | shark | 1.6 | underwater left | 1.01 grey | seat=.5,.3
octopus | octopus | 0.8 | underwater left | 1.10 pink | wears=46,10,112,72 hands=.2,.6
squid | squid | 0.8 | underwater left | 1.01 pink
jellyfish | jellyfish | 0.6 | underwater front | 0.85 blue
crab | crab | 0.2 | stands front | 1.40 orange | wears=36,44,94,96 hands=.15,.3
lobster | lobster | 0.35 | stands front | 0.74 red | hands=.2,.15
shrimp | shrimp | 0.1 | underwater left | 1.20 orange
oyster | oyster | 0.1 | lies front | 1.00 grey
snail | snail | 0.06 | stands left | 1.06 orange | wears=4,44,50,84 seat=.6,.1
butterfly | butterfly | 0.08 | flies front | 1.16 blue
monarch butterfly | monarch-butterfly | 0.08 | flies front | 1.22 orange
bug, caterpillar | bug | 0.06 | stands left | 0.90 green
ant | ant | 0.03 | stands left | 1.12 grey
bee | honeybee | 0.05 | flies left | 1.06 yellow
beetle | beetle | 0.05 | stands left | 0.99 green
ladybug | lady-beetle | 0.04 | stands left | 0.94 red
cricket | cricket | 0.05 | stands left | 1.25 brown
cockroach | cockroach | 0.05 | stands left | 1.00 brown
spider | spider | 0.06 | stands front | 1.14 grey
scorpion | scorpion | 0.1 | stands front | 0.84 orange
mosquito | mosquito | 0.03 | flies left | 1.21 grey
fly | fly | 0.03 | flies left | 0.85 grey
worm | worm | 0.05 | stands left | 1.61 pink
coral | coral | 0.5 | stands front | 0.93 pink
chicken, hen | own:chicken | 0.45 | stands left | 0.84 white
crane, heron | own:crane | 1.3 | stands left | 1.02 white
ostrich | own:ostrich | 2.2 | stands left | 0.87 brown
seagull | own:seagull | 0.5 | flies left | 1.35 white
seahorse | own:seahorse | 0.15 | underwater left | 0.65 orange
starfish | own:starfish | 0.15 | underwater front | 1.02 orange
goldfish, koi | own:goldfish | 0.15 | underwater left | 1.38 orange
`;
