// People by role, and people at their sports.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `person` unless the row says otherwise. */
export const peopleTable = `
woman | person:woman | 1.66 | stands front | 0.30 -
man | person:man | 1.78 | stands front | 0.35 -
girl | person:girl | 1.25 | stands front | 0.36 -
boy | person:boy | 1.25 | stands front | 0.31 -
child | person:child | 1.2 | stands front | 0.36 -
baby | person:baby | 0.75 | stands front | 0.52 -
person | person:person | 1.72 | stands front | 0.37 -
old man | person:old man | 1.72 | stands front | 0.37 -
old woman | person:old woman | 1.72 | stands front | 0.34 -
doctor | person:doctor | 1.72 | stands front | 0.37 -
nurse | person:nurse | 1.72 | stands front | 0.34 -
teacher | person:teacher | 1.72 | stands front | 0.54 -
student | person:student | 1.4 | stands front | 0.36 -
scientist | person:scientist | 1.72 | stands front | 0.54 -
cook | person:cook | 1.72 | stands front | 0.49 -
farmer | person:farmer | 1.72 | stands front | 0.35 -
fisherman | person:fisherman | 1.72 | stands front | 0.52 -
construction worker | person:construction worker | 1.72 | stands front | 0.35 -
mechanic | person:mechanic | 1.72 | stands front | 0.52 -
factory worker | person:factory worker | 1.72 | stands front | 0.52 -
police officer | person:police officer | 1.72 | stands front | 0.35 -
guard | person:guard | 1.72 | stands front | 0.35 -
soldier | person:soldier | 1.72 | stands front | 0.35 -
firefighter | person:firefighter | 1.72 | stands front | 0.36 -
astronaut | person:astronaut | 1.72 | stands front | 0.37 -
pilot | person:pilot | 1.72 | stands front | 0.35 -
sailor | person:sailor | 1.72 | stands front | 0.35 -
artist | person:artist | 1.72 | stands front | 0.52 -
singer | person:singer | 1.72 | stands front | 0.54 -
dancer | person:dancer | 1.72 | stands front | 0.34 -
detective | person:detective | 1.72 | stands front | 0.53 -
judge | person:judge | 1.72 | stands front | 0.56 -
office worker | person:office worker | 1.72 | stands front | 0.54 -
programmer | person:programmer | 1.72 | stands front | 0.37 -
waiter | person:waiter | 1.72 | stands front | 0.36 -
photographer | person:photographer | 1.72 | stands front | 0.52 -
clown | person:clown | 1.72 | stands front | 0.33 -
magician | person:magician | 1.72 | stands front | 0.50 -
monk | person:monk | 1.72 | stands front | 0.42 -
king | person:king | 1.72 | stands front | 0.44 -
queen | person:queen | 1.72 | stands front | 0.51 -
prince | person:prince | 1.72 | stands front | 0.44 -
princess | person:princess | 1.72 | stands front | 0.51 -
knight | person:knight | 1.72 | stands front | 0.49 -
samurai | person:samurai | 1.72 | stands front | 0.49 -
ninja | person:ninja | 1.72 | stands front | 0.35 -
pirate | person:pirate | 1.72 | stands front | 0.35 -
cowboy | person:cowboy | 1.72 | stands front | 0.36 -
geisha | person:geisha | 1.72 | stands front | 0.35 -
viking | person:viking | 1.72 | stands front | 0.50 -
athlete | person:athlete | 1.72 | stands front | 0.35 -
football player | person:football player | 1.72 | stands front | 0.35 -
basketball player | person:basketball player | 1.72 | stands front | 0.35 -
climber | person:climber | 1.72 | stands front | 0.37 -
delivery person | person:delivery person | 1.72 | stands front | 0.52 -
driver | person:driver | 1.72 | stands front | 0.36 -
hunter | person:hunter | 1.72 | stands front | 0.35 -
beggar | person:beggar | 1.72 | stands front | 0.42 -
bride | person:bride | 1.72 | stands front | 0.51 -
groom | person:groom | 1.72 | stands front | 0.36 -
miner | person:miner | 1.72 | stands front | 0.52 -
skater | person:skater | 1.4 | stands front | 0.34 -
surfer | person-surfing | 1.8 | swims left | 0.99 -
cyclist | person-biking | 1.8 | stands left | 0.99 -
rower | person-rowing-boat | 1.3 | swims left | 1.07 -
swimmer | person-swimming | 0.8 | swims left | 1.43 -
snowboarder | snowboarder | 1.8 | stands left | 0.79 blue
skier | skier | 1.8 | stands left | 0.85 -
ballet dancer | ballet-dancer | 1.7 | stands front | 0.61 yellow
golfer | person-golfing | 1.75 | stands left | 0.64 -
fencer | person-fencing | 1.7 | stands left | 1.05 -
jockey | horse-racing | 2.2 | stands left | 1.05 orange
couple | group:couple | 1.8 | stands front | 0.58 -
family | group:family | 1.8 | stands front | 1.08 -
crowd | group:crowd | 1.9 | stands front | 1.33 -
meditating person | woman-in-lotus-position | 1.0 | stands front | 0.89 yellow
goblin | person:goblin | 1.3 | stands front | 0.33 - | kind=fantasy
ogre | person:ogre | 2.2 | stands front | 0.33 - | kind=fantasy
`;
