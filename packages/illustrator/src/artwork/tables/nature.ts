// Plants, sky and weather things, stones.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `nature` unless the row says otherwise. */
export const natureTable = `
tree | deciduous-tree | 8 | stands front | 0.90 green | kind=plant
pine tree | evergreen-tree | 10 | stands front | 0.89 green | kind=plant
palm tree | palm-tree | 9 | stands front | 0.85 green | kind=plant
bare tree | leafless-tree | 7 | stands front | 0.99 brown | kind=plant
christmas tree | christmas-tree | 3 | stands front | 0.83 green | kind=plant
cactus | cactus | 2.2 | stands front | 0.75 green | kind=plant
potted plant | potted-plant | 0.7 | stands front | 0.98 green | kind=plant
bouquet | bouquet | 0.45 | stands front | 0.82 yellow | kind=plant
rose | rose | 0.5 | stands front | 0.70 red | kind=plant
tulip | tulip | 0.45 | stands front | 0.69 pink | kind=plant
sunflower | sunflower | 1.6 | stands front | 0.77 yellow | kind=plant
cherry blossom | cherry-blossom | 0.05 | stands front | 1.02 pink | kind=plant
hibiscus | hibiscus | 0.15 | stands front | 1.04 red | kind=plant
lavender | hyacinth | 0.3 | stands front | 0.56 purple | kind=plant
lotus | lotus | 0.3 | swims front | 1.24 pink | kind=plant
flower | blossom | 0.4 | stands front | 1.01 yellow | kind=plant
seedling | seedling | 0.2 | stands front | 1.02 green | kind=plant
mushroom | mushroom | 0.2 | stands front | 0.96 red | kind=plant
clover | shamrock | 0.1 | stands front | 0.96 green | kind=plant
maple leaf | maple-leaf | 0.12 | lies front | 0.89 orange | kind=plant
autumn leaf | fallen-leaf | 0.15 | lies front | 1.01 orange | kind=plant
rock | rock | 0.9 | stands front | 0.98 grey | seat=.5,.08
log | wood | 0.6 | stands front | 0.78 orange | seat=.5,.1
mountain | mountain | 400 | stands front | 1.23 brown | lone
snowy mountain | snow-capped-mountain | 800 | stands front | 1.22 grey | lone
volcano | volcano | 700 | stands front | 0.91 red
mount fuji | mount-fuji | 900 | stands front | 1.66 white | lone
island | desert-island | 40 | swims front | 0.84 yellow
sun | sun | 40 | sky front | 1.00 yellow
moon | full-moon | 40 | sky front | 1.00 yellow
crescent moon | crescent-moon | 40 | sky right | 1.01 yellow | seat=.55,.82
star | star | 10 | sky front | 1.05 yellow
planet | ringed-planet | 60 | sky front | 1.75 yellow | lone
earth | globe-showing-asia-australia | 60 | sky front | 1.01 blue | keep
comet | comet | 20 | sky left | 1.00 blue | lone
cloud | cloud | 20 | sky front | 1.41 white | seat=.5,.3
rainbow | rainbow | 60 | sky front | 0.89 orange
tornado | tornado | 60 | stands front | 0.91 white
snowflake | snowflake | 0.05 | flies front | 0.88 blue
fire | fire | 0.8 | stands front | 0.79 orange
water drop | droplet | 0.1 | flies front | 0.62 blue
wave | water-wave | 3 | swims left | 1.08 blue
lightning bolt | high-voltage | 20 | sky front | 0.75 yellow
bamboo | own:bamboo | 5 | stands front | 0.93 green | kind=plant
bonsai | own:bonsai | 0.4 | stands front | 0.93 green | kind=plant
bush | own:bush | 1.2 | stands front | 1.58 green | kind=plant
cherry tree | own:cherry tree | 6 | stands front | 0.89 pink | kind=plant
grass | own:grass | 0.5 | stands front | 1.63 green | kind=plant
vine | own:vine | 1.2 | hangs front | 0.49 green | kind=plant
leaf | own:leaf | 0.1 | lies front | 0.91 green | kind=plant
wreath | own:wreath | 0.4 | hangs front | 1.00 green | kind=plant
petal | own:petal | 0.03 | lies front | 0.75 pink | kind=plant
wheat | sheaf-of-rice | 0.8 | stands front | 1.07 yellow | kind=plant
herb | herb | 0.2 | stands front | 0.97 green | kind=plant
wilted flower | wilted-flower | 0.4 | stands front | 0.86 green | kind=plant
iceberg | own:iceberg | 12 | swims front | 1.03 blue
crystal | own:crystal | 0.3 | stands front | 0.92 purple
sandcastle | own:sandcastle | 0.5 | stands front | 1.08 yellow
star shape | own:star shape | 0.3 | stands front | 1.04 yellow
`;
