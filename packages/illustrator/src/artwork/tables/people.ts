// People by role, and people at their sports.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `person` unless the row says otherwise. */
export const peopleTable = `
surfer | person-surfing | 1.8 | swims left | 0.99 orange
cyclist | person-biking | 1.8 | stands left | 0.99 grey
rower | person-rowing-boat | 1.3 | swims left | 1.07 red
swimmer | person-swimming | 0.8 | swims left | 1.43 blue
snowboarder | snowboarder | 1.8 | stands left | 0.79 blue
skier | skier | 1.8 | stands left | 0.85 -
ballet dancer | ballet-dancer | 1.7 | stands front | 0.61 yellow
golfer | person-golfing | 1.75 | stands left | 0.64 orange
fencer | person-fencing | 1.7 | stands left | 1.05 grey
jockey | horse-racing | 2.2 | stands left | 1.05 orange
`;
