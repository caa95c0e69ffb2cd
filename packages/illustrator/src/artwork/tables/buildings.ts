// Houses, towers and what else is built.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `building` unless the row says otherwise. */
export const buildingsTable = `
house | house | 6.5 | stands front | 1.01 orange
cottage | house-with-garden | 5.5 | stands front | 1.07 green
hut | hut | 3.6 | stands front | 1.07 brown
ruin | derelict-house | 6 | stands front | 1.06 brown
church | church | 16 | stands front | 0.78 white
mosque | mosque | 22 | stands front | 0.87 orange
hindu temple | hindu-temple | 24 | stands front | 0.79 orange
japanese castle | japanese-castle | 26 | stands front | 0.98 grey
castle | castle | 26 | stands front | 1.02 grey
parthenon | classical-building | 15 | stands front | 0.99 grey
office building | office-building | 30 | stands front | 1.12 grey
hospital | hospital | 22 | stands front | 0.99 grey | keep
school building | school | 10 | stands front | 1.13 orange | keep
bank | bank | 12 | stands front | 0.99 grey | keep
hotel | hotel | 26 | stands front | 1.00 orange | keep
factory | factory | 18 | stands front | 1.09 grey
convenience store | convenience-store | 6 | stands front | 0.97 - | keep
department store | department-store | 22 | stands front | 1.18 grey | keep
post office | post-office | 7 | stands front | 1.16 yellow | keep
stadium | stadium | 26 | stands front | 0.98 red
tent | tent | 2.2 | stands front | 1.48 orange
circus tent | circus-tent | 12 | stands front | 0.92 red
torii | shinto-shrine | 9 | stands front | 1.10 red
tower | tokyo-tower | 90 | stands front | 0.61 red
statue of liberty | statue-of-liberty | 46 | stands front | 0.89 green
fountain | fountain | 3.2 | stands front | 0.94 blue
lighthouse | lighthouse | 24 | stands front | 0.92 grey | lone
tower crane | building-construction | 30 | stands left | 1.10 orange
moai | moai | 5 | stands left | 0.72 grey
barn | own:barn | 9 | stands front | 0.92 red
bridge | own:bridge | 8 | stands front | 1.28 grey
carousel | own:carousel | 6 | stands front | 0.98 yellow
gate | own:gate | 8 | stands front | 1.09 red
great wall | own:great wall | 12 | stands front | 1.30 white
pagoda | own:pagoda | 22 | stands front | 0.67 green
pyramid | own:pyramid | 60 | stands front | 1.11 yellow
temple | own:temple | 14 | stands front | 1.18 orange
windmill | own:windmill | 14 | stands front | 0.80 brown
skyscraper | own:skyscraper | 120 | stands front | 0.74 blue
igloo | own:igloo | 2.6 | stands front | 1.40 white
stall | own:stall | 2.6 | stands front | 1.03 orange
well | own:well | 2.4 | stands front | 0.93 brown
phone booth | own:phone booth | 2.4 | stands front | 0.58 red
statue | own:statue | 2 | stands front | 0.54 grey
wall | own:wall | 2 | stands front | 1.43 orange
fence | own:fence | 1.1 | stands front | 1.55 yellow
roof | own:roof | 3 | stands front | 1.96 red
stairs | own:stairs | 2 | stands front | 1.03 grey
playground slide | playground-slide | 2.4 | stands front | 0.92 blue
street lamp | own:street lamp | 3.6 | stands front | 0.26 black | kind=object
fire hydrant | own:fire hydrant | 0.8 | stands front | 0.75 red | kind=object
parking meter | own:parking meter | 1.4 | stands front | 0.43 blue | kind=object
traffic cone | own:traffic cone | 0.7 | stands front | 0.83 orange | kind=object
vending machine | own:vending machine | 1.9 | stands front | 0.68 red | kind=object
sign | own:sign | 1.5 | stands front | 0.95 yellow | kind=object
banner | own:banner | 1.8 | stands front | 1.00 red | kind=object
swing | own:swing | 2.4 | stands front | 0.94 red | kind=object
`;
