// Things to eat and drink.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `food` unless the row says otherwise. */
export const foodTable = `
apple | red-apple | 0.09 | stands front | 0.93 red | green=green-apple
green apple | green-apple | 0.09 | stands front | 0.95 green
pear | pear | 0.1 | stands front | 0.70 green
orange | tangerine | 0.08 | stands front | 1.00 orange
lemon | lemon | 0.07 | stands front | 1.19 yellow
lime | lime | 0.06 | stands front | 1.19 green
banana | banana | 0.14 | lies front | 0.88 yellow
watermelon | watermelon | 0.2 | lies front | 1.19 pink
grapes | grapes | 0.18 | lies front | 0.86 purple
strawberry | strawberry | 0.05 | lies front | 0.89 red
blueberry | blueberries | 0.05 | lies front | 1.02 blue
melon | melon | 0.2 | lies front | 0.88 green
cherry | cherries | 0.06 | lies front | 0.79 red
peach | peach | 0.09 | lies front | 1.02 orange
mango | mango | 0.12 | lies front | 1.01 orange
pineapple | pineapple | 0.3 | stands front | 0.63 yellow
coconut | coconut | 0.14 | lies front | 1.00 brown
kiwi | kiwi-fruit | 0.07 | lies front | 0.99 green
tomato | tomato | 0.08 | lies front | 1.04 red
olive | olive | 0.04 | lies front | 1.04 green
avocado | avocado | 0.12 | lies front | 0.98 yellow
eggplant | eggplant | 0.2 | lies front | 1.05 purple
potato | potato | 0.08 | lies front | 1.07 brown
carrot | carrot | 0.2 | lies front | 1.15 orange
corn | ear-of-corn | 0.22 | lies front | 1.00 green
chili pepper | hot-pepper | 0.14 | lies front | 1.01 red
bell pepper | bell-pepper | 0.11 | lies front | 0.75 green
cucumber | cucumber | 0.2 | lies front | 1.07 green
lettuce | leafy-green | 0.2 | lies front | 0.85 green
broccoli | broccoli | 0.16 | stands front | 0.99 green
garlic | garlic | 0.07 | lies front | 0.81 white
onion | onion | 0.09 | lies front | 0.86 orange
peanut | peanuts | 0.04 | lies front | 1.05 orange
chestnut | chestnut | 0.04 | lies front | 1.09 red
bread | bread | 0.16 | lies front | 1.03 orange
croissant | croissant | 0.1 | lies front | 1.06 orange
baguette | baguette-bread | 0.3 | lies front | 1.02 orange
pretzel | pretzel | 0.14 | lies front | 1.21 orange
bagel | bagel | 0.1 | lies front | 1.19 orange
pancakes | pancakes | 0.14 | lies front | 0.99 orange
waffle | waffle | 0.12 | lies front | 1.29 orange
cheese | cheese-wedge | 0.1 | lies front | 1.18 yellow
meat | meat-on-bone | 0.2 | lies front | 0.87 orange
chicken leg | poultry-leg | 0.16 | lies front | 0.96 orange
steak | cut-of-meat | 0.14 | lies front | 1.05 pink
bacon | bacon | 0.14 | lies front | 1.18 orange
hamburger | hamburger | 0.11 | lies front | 0.95 orange
french fries | french-fries | 0.16 | stands front | 0.85 yellow
pizza | pizza | 0.22 | lies front | 0.80 orange
hot dog | hot-dog | 0.14 | lies front | 1.16 orange
sandwich | sandwich | 0.11 | lies front | 1.13 orange
taco | taco | 0.12 | lies front | 1.20 yellow
burrito | burrito | 0.14 | lies front | 0.99 yellow
egg | egg | 0.06 | lies front | 0.76 orange
fried egg | cooking | 0.3 | lies front | 0.83 grey
salad | green-salad | 0.16 | lies front | 1.26 green
popcorn | popcorn | 0.25 | stands front | 0.82 red
butter | butter | 0.08 | lies front | 1.55 yellow
canned food | canned-food | 0.11 | stands front | 0.62 yellow
bento | bento-box | 0.16 | lies front | 1.19 grey
rice ball | rice-ball | 0.09 | lies front | 1.10 white
rice | cooked-rice | 0.13 | lies front | 1.02 blue
curry | curry-rice | 0.14 | lies front | 1.24 orange
noodles | steaming-bowl | 0.2 | lies front | 1.05 white
spaghetti | spaghetti | 0.16 | lies front | 0.96 yellow
sushi | sushi | 0.07 | lies front | 1.00 red
fried shrimp | fried-shrimp | 0.14 | lies front | 1.15 yellow
mooncake | moon-cake | 0.07 | lies front | 1.00 orange
dango | dango | 0.16 | lies front | 1.01 yellow
dumpling | dumpling | 0.07 | lies front | 1.24 yellow
takeout box | takeout-box | 0.14 | stands front | 0.95 grey
soft ice cream | soft-ice-cream | 0.2 | stands front | 0.55 yellow
shaved ice | shaved-ice | 0.2 | stands front | 0.82 pink
ice cream | ice-cream | 0.18 | stands front | 0.75 yellow
donut | doughnut | 0.1 | lies front | 1.00 brown
cookie | cookie | 0.08 | lies front | 1.03 orange
cake | birthday-cake | 0.24 | stands front | 0.77 orange
slice of cake | shortcake | 0.13 | stands front | 0.89 orange
cupcake | cupcake | 0.1 | stands front | 0.78 orange
pie | pie | 0.12 | lies front | 1.07 orange
chocolate | chocolate-bar | 0.14 | lies front | 1.01 red
candy | candy | 0.05 | lies front | 1.02 pink
lollipop | lollipop | 0.16 | stands front | 0.96 pink
pudding | custard | 0.08 | stands front | 1.25 orange
honey | honey-pot | 0.14 | stands front | 0.78 orange
milk | glass-of-milk | 0.14 | stands front | 0.60 white
baby bottle | baby-bottle | 0.18 | stands front | 1.07 white
coffee | hot-beverage | 0.13 | stands front | 0.98 white
tea | teacup-without-handle | 0.11 | stands front | 0.62 white
teapot | teapot | 0.18 | stands left | 1.30 red
sake | sake | 0.17 | stands front | 0.76 blue
champagne | bottle-with-popping-cork | 0.34 | stands left | 0.89 yellow
wine glass | wine-glass | 0.2 | stands front | 0.50 white
cocktail | cocktail-glass | 0.18 | stands front | 0.87 white
tropical drink | tropical-drink | 0.22 | stands front | 0.61 orange
beer | beer-mug | 0.16 | stands front | 0.78 orange
whisky | tumbler-glass | 0.1 | stands front | 0.83 white
soft drink | cup-with-straw | 0.2 | stands front | 0.70 blue
bubble tea | bubble-tea | 0.2 | stands front | 0.65 brown
juice box | beverage-box | 0.14 | stands front | 0.65 green
dragon fruit | own:dragon fruit | 0.12 | stands front | 0.91 red
persimmon | own:persimmon | 0.08 | stands front | 1.08 orange
pomegranate | own:pomegranate | 0.1 | stands front | 0.88 red
fruit | own:fruit | 0.25 | stands front | 1.18 orange
ginger | ginger-root | 0.1 | lies front | 0.99 orange
juice | own:juice | 0.14 | stands front | 0.70 orange
pea | pea-pod | 0.1 | lies front | 0.94 green
salt | salt | 0.1 | stands front | 0.59 white
skewer | oden | 0.2 | lies front | 0.98 yellow
soup | pot-of-food | 0.16 | stands front | 1.13 grey
tofu | own:tofu | 0.08 | lies front | 1.54 white
wine | wine-glass | 0.2 | stands front | 0.50 white
can | own:can | 0.12 | stands front | 0.47 red
bottle | own:bottle | 0.3 | stands front | 0.38 green | kind=object
cup, mug | own:cup | 0.1 | stands front | 1.13 red | kind=object
glass | own:glass | 0.14 | stands front | 0.56 blue | kind=object
bowl | own:bowl | 0.09 | stands front | 1.52 blue | kind=object
fork | own:fork | 0.2 | stands front | 0.29 grey | kind=object
pot | own:pot | 0.22 | stands front | 1.38 grey | kind=object
frying pan | own:frying pan | 0.15 | lies front | 1.92 black | kind=object
kettle | own:kettle | 0.26 | stands left | 0.89 red | kind=object
`;
