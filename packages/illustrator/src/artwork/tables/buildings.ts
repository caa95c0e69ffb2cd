// Houses, towers and what else is built.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `building` unless the row says otherwise. */
export const buildingsTable = `
house | house | 6.5 | stands front | 1.01 orange
cottage | house-with-garden | 5.5 | stands front | 1.07 green
hut | hut | 3.6 | stands front | 1.07 orange
ruin | derelict-house | 6 | stands front | 1.06 brown
church | church | 16 | stands front | 0.78 white
mosque | mosque | 22 | stands front | 0.87 orange
hindu temple | hindu-temple | 24 | stands front | 0.79 orange
japanese castle | japanese-castle | 26 | stands front | 0.98 grey
castle | castle | 26 | stands front | 1.02 grey
classical temple | classical-building | 15 | stands front | 0.99 grey
office building | office-building | 30 | stands front | 1.12 grey
hospital | hospital | 22 | stands front | 0.99 grey
school | school | 10 | stands front | 1.13 orange
bank | bank | 12 | stands front | 0.99 grey
hotel | hotel | 26 | stands front | 1.00 orange
factory | factory | 18 | stands front | 1.09 grey
convenience store | convenience-store | 6 | stands front | 0.97 -
department store | department-store | 22 | stands front | 1.18 grey
post office | post-office | 7 | stands front | 1.16 yellow
stadium | stadium | 26 | stands front | 0.98 red
tent | tent | 2.2 | stands front | 1.48 orange
circus tent | circus-tent | 12 | stands front | 0.92 red
torii | shinto-shrine | 9 | stands front | 1.10 red
tower | tokyo-tower | 90 | stands front | 0.61 red
statue of liberty | statue-of-liberty | 46 | stands front | 0.89 green
fountain | fountain | 3.2 | stands front | 0.94 blue
lighthouse | lighthouse | 24 | stands front | 0.92 grey
crane | building-construction | 30 | stands left | 1.10 orange
moai | moai | 5 | stands left | 0.72 grey
`;
