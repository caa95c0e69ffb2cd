// People by role, and people at their sports.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `person` unless the row says otherwise. */
export const peopleTable = `
woman | person:woman | 1.66 | stands front | 0.30 blue
man | person:man | 1.78 | stands front | 0.35 blue
girl | person:girl | 1.25 | stands front | 0.36 red
boy | person:boy | 1.25 | stands front | 0.31 orange
child | person:child | 1.2 | stands front | 0.36 orange
baby | person:baby | 0.75 | stands front | 0.52 blue
person | person:person | 1.72 | stands front | 0.37 blue
old man | person:old man | 1.72 | stands front | 0.37 yellow
old woman | person:old woman | 1.72 | stands front | 0.34 purple
doctor | person:doctor | 1.72 | stands front | 0.37 white
nurse | person:nurse | 1.72 | stands front | 0.34 orange
teacher | person:teacher | 1.72 | stands front | 0.52 green
student | person:student | 1.4 | stands front | 0.36 blue
scientist | person:scientist | 1.72 | stands front | 0.54 white
cook | person:cook | 1.72 | stands front | 0.48 white
farmer | person:farmer | 1.72 | stands front | 0.35 blue
fisherman | person:fisherman | 1.72 | stands front | 0.52 green
construction worker | person:construction worker | 1.72 | stands front | 0.35 orange
mechanic | person:mechanic | 1.72 | stands front | 0.52 blue
factory worker | person:factory worker | 1.72 | stands front | 0.52 blue
police officer | person:police officer | 1.72 | stands front | 0.35 blue
guard | person:guard | 1.72 | stands front | 0.35 red
soldier | person:soldier | 1.72 | stands front | 0.35 green
firefighter | person:firefighter | 1.72 | stands front | 0.36 orange
astronaut | person:astronaut | 1.72 | stands front | 0.37 white
pilot | person:pilot | 1.72 | stands front | 0.35 blue
sailor | person:sailor | 1.72 | stands front | 0.35 blue
artist | person:artist | 1.72 | stands front | 0.52 white
singer | person:singer | 1.72 | stands front | 0.54 black
dancer | person:dancer | 1.72 | stands front | 0.34 red
detective | person:detective | 1.72 | stands front | 0.53 yellow
judge | person:judge | 1.72 | stands front | 0.56 black
office worker | person:office worker | 1.72 | stands front | 0.54 black
programmer | person:programmer | 1.72 | stands front | 0.37 blue
waiter | person:waiter | 1.72 | stands front | 0.36 white
photographer | person:photographer | 1.72 | stands front | 0.52 -
clown | person:clown | 1.72 | stands front | 0.33 yellow
magician | person:magician | 1.72 | stands front | 0.50 black
monk | person:monk | 1.72 | stands front | 0.42 orange
king | person:king | 1.72 | stands front | 0.44 red
queen | person:queen | 1.72 | stands front | 0.51 purple
prince | person:prince | 1.72 | stands front | 0.44 blue
princess | person:princess | 1.72 | stands front | 0.51 pink
knight | person:knight | 1.72 | stands front | 0.49 grey
samurai | person:samurai | 1.72 | stands front | 0.49 red
ninja | person:ninja | 1.72 | stands front | 0.35 black
pirate | person:pirate | 1.72 | stands front | 0.35 brown
cowboy | person:cowboy | 1.72 | stands front | 0.36 red
geisha | person:geisha | 1.72 | stands front | 0.35 red
viking | person:viking | 1.72 | stands front | 0.50 brown
athlete | person:athlete | 1.72 | stands front | 0.35 orange
football player | person:football player | 1.72 | stands front | 0.35 red
basketball player | person:basketball player | 1.72 | stands front | 0.35 orange
climber | person:climber | 1.72 | stands front | 0.37 orange
delivery person | person:delivery person | 1.72 | stands front | 0.52 yellow
driver | person:driver | 1.72 | stands front | 0.36 blue
hunter | person:hunter | 1.72 | stands front | 0.35 yellow
beggar | person:beggar | 1.72 | stands front | 0.42 grey
bride | person:bride | 1.72 | stands front | 0.51 white
groom | person:groom | 1.72 | stands front | 0.36 black
miner | person:miner | 1.72 | stands front | 0.52 orange
skater | person:skater | 1.4 | stands front | 0.34 blue
surfer | person-surfing | 1.8 | swims left | 0.99 orange
cyclist | person-biking | 1.8 | stands left | 0.99 grey
rower | person-rowing-boat | 1.3 | swims left | 1.07 orange
swimmer | person-swimming | 0.8 | swims left | 1.43 blue
snowboarder | snowboarder | 1.8 | stands left | 0.79 blue
skier | skier | 1.8 | stands left | 0.85 -
ballet dancer | ballet-dancer | 1.7 | stands front | 0.61 yellow
golfer | person-golfing | 1.75 | stands left | 0.64 orange
fencer | person-fencing | 1.7 | stands left | 1.05 grey
jockey | horse-racing | 2.2 | stands left | 1.05 orange
couple | group:couple | 1.8 | stands front | 0.58 orange
family | group:family | 1.8 | stands front | 1.08 orange
crowd | group:crowd | 1.9 | stands front | 1.33 orange
meditating person | woman-in-lotus-position | 1.0 | stands front | 0.89 yellow
goblin | person:goblin | 1.3 | stands front | 0.33 green | kind=fantasy
ogre | person:ogre | 2.2 | stands front | 0.33 green | kind=fantasy
`;
