// Furniture and what stands in a house.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `furniture` unless the row says otherwise. */
export const homeTable = `
chair | chair | 0.95 | stands front | 0.63 orange | seat=.5,.6
bed | bed | 0.9 | stands front | 1.72 blue | seat=.6,.55
toilet | toilet | 0.75 | stands front | 0.73 white | seat=.4,.5
bathtub | bathtub | 1.6 | stands front | 1.00 white | seat=.5,.5
shower | shower | 0.4 | hangs front | 1.02 grey | kind=object
door | door | 2.1 | stands front | 0.55 brown
window | window | 1.2 | stands front | 1.00 orange
mirror | mirror | 0.9 | stands front | 0.74 blue
tv | own:tv | 0.7 | stands front | 1.37 blue | kind=object
laptop | laptop | 0.3 | stands front | 1.02 blue | kind=object
desktop computer | desktop-computer | 0.6 | stands front | 0.88 black | kind=object keep
keyboard | keyboard | 0.16 | lies front | 1.98 white | kind=object keep
computer mouse | computer-mouse | 0.07 | lies front | 0.65 white | kind=object
printer | printer | 0.4 | stands front | 0.92 grey | kind=object
cell phone | own:cell phone | 0.15 | stands front | 0.53 blue | kind=object
telephone | telephone | 0.18 | stands front | 1.16 red | kind=object
radio | radio | 0.25 | stands front | 1.09 orange | kind=object
camera | camera | 0.12 | stands front | 1.22 grey | kind=object
video camera | video-camera | 0.18 | stands left | 1.12 grey | kind=object
alarm clock | alarm-clock | 0.16 | stands front | 0.86 red | kind=object keep
mantel clock | mantelpiece-clock | 0.25 | stands front | 1.16 brown | kind=object keep
hourglass | hourglass-done | 0.25 | stands front | 0.68 orange | kind=object
candle | candle | 0.2 | stands front | 0.38 white | kind=object
light bulb | light-bulb | 0.11 | stands front | 0.64 yellow | kind=object
flashlight | flashlight | 0.16 | lies left | 1.00 blue | kind=object
paper lantern | red-paper-lantern | 0.5 | hangs front | 0.65 red | kind=object
lantern | diya-lamp | 0.1 | stands front | 1.03 orange | kind=object
knife | kitchen-knife | 0.3 | lies left | 1.02 grey | kind=object
spoon | spoon | 0.18 | lies left | 0.93 grey | kind=object
cutlery | fork-and-knife | 0.22 | lies front | 0.50 grey | kind=object
plate | own:plate | 0.06 | lies front | 2.97 white | kind=object
chopsticks | chopsticks | 0.24 | lies front | 1.00 red | kind=object
jar | jar | 0.18 | stands front | 0.71 blue | kind=object
amphora | amphora | 0.6 | stands front | 0.62 brown | kind=object
bucket | bucket | 0.3 | stands front | 1.00 blue | kind=object
broom | broom | 1.3 | lies left | 1.00 yellow | kind=object
basket | basket | 0.35 | stands front | 1.09 orange | kind=object
toothbrush | toothbrush | 0.18 | lies left | 0.99 orange | kind=object
soap | soap | 0.06 | lies front | 1.20 pink | kind=object
sponge | sponge | 0.06 | lies front | 1.27 yellow | kind=object
lotion bottle | lotion-bottle | 0.2 | stands front | 0.58 green | kind=object
toilet paper | roll-of-paper | 0.11 | stands front | 0.76 white | kind=object
teddy bear | teddy-bear | 0.4 | stands front | 0.86 brown | kind=object wears=28,-6,100,56 hands=.5,.6
picture frame | framed-picture | 0.5 | hangs front | 1.00 orange | kind=object
armchair | own:armchair | 1.0 | stands front | 0.89 red
bench | own:bench | 0.9 | stands front | 1.42 orange
blackboard | own:blackboard | 1.6 | stands front | 0.98 green
bookshelf | own:bookshelf | 1.9 | stands front | 0.71 brown
couch | own:couch | 0.9 | stands front | 1.32 blue
desk | own:desk | 0.78 | stands front | 1.75 orange
dining table | own:dining table | 1.0 | stands front | 1.23 orange
table | own:table | 0.75 | stands front | 1.69 orange
lamp | own:lamp | 0.5 | stands front | 0.77 yellow
floor lamp | own:floor lamp | 1.6 | stands front | 0.43 yellow
stool | own:stool | 0.6 | stands front | 0.89 orange
clock | own:clock | 0.35 | stands front | 1.00 white | kind=object keep
fireplace | own:fireplace | 1.3 | stands front | 1.09 brown
carpet | own:carpet | 0.35 | lies front | 4.45 red
pillow | own:pillow | 0.3 | lies front | 1.66 blue
wardrobe | own:wardrobe | 2.0 | stands front | 0.80 orange
piano | own:piano | 1.25 | stands front | 1.07 black | keep
bird cage | own:bird cage | 0.6 | stands front | 0.69 yellow | kind=object
blender | own:blender | 0.4 | stands front | 0.58 red | kind=object
hair drier | own:hair drier | 0.22 | stands left | 1.09 red | kind=object
microwave | own:microwave | 0.3 | stands front | 1.59 grey | kind=object
oven | own:oven | 0.9 | stands front | 0.81 grey | kind=object
refrigerator | own:refrigerator | 1.8 | stands front | 0.53 white | kind=object
sink | own:sink | 0.9 | stands front | 0.93 white | kind=object
toaster | own:toaster | 0.22 | stands front | 1.13 red | kind=object
remote | own:remote | 0.18 | stands front | 0.33 black | kind=object
speaker | own:speaker | 0.5 | stands front | 0.54 black | kind=object
record player | own:record player | 0.2 | stands front | 2.02 brown | kind=object
sewing machine | own:sewing machine | 0.32 | stands left | 1.18 brown | kind=object
vacuum cleaner | own:vacuum cleaner | 0.9 | stands left | 1.01 red | kind=object
washing machine | own:washing machine | 0.85 | stands front | 0.76 white | kind=object
vase | own:vase | 0.35 | stands front | 0.61 blue | kind=object
comb | own:comb | 0.05 | lies front | 2.69 orange | kind=object
towel | own:towel | 0.7 | hangs front | 1.06 blue | kind=object
toothpaste | own:toothpaste | 0.06 | lies front | 2.21 white | kind=object
plunger | plunger | 0.5 | stands front | 1.00 red | kind=object
wastebasket | wastebasket | 0.4 | stands front | 0.90 blue | kind=object
plug | electric-plug | 0.08 | lies front | 1.00 grey | kind=object
battery | battery | 0.05 | stands front | 0.50 green | kind=object
box | own:box | 0.4 | stands front | 1.35 orange | kind=object
magic lamp | own:magic lamp | 0.15 | stands front | 1.07 yellow | kind=object
mouse trap | mouse-trap | 0.04 | lies front | 1.00 orange | kind=object
fan, electric fan | own:fan | 0.5 | stands front | 0.77 grey | kind=object
`;
