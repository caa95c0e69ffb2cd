// Vehicles on land, on water, in the air and beyond.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `vehicle` unless the row says otherwise. */
export const vehiclesTable = `
car | automobile | 1.5 | stands left | 1.58 red
suv | sport-utility-vehicle | 1.8 | stands left | 1.56 blue
taxi | taxi | 1.7 | stands left | 1.40 yellow | keep
police car | police-car | 1.7 | stands left | 1.44 black | keep
racing car | racing-car | 1.1 | stands left | 2.18 red
bus | own:bus | 3.1 | stands left | 1.93 red
minibus | minibus | 2.2 | stands left | 1.32 grey
ambulance | ambulance | 2.6 | stands left | 1.18 grey | keep
fire truck | fire-engine | 3.1 | stands left | 1.30 red
truck | delivery-truck | 3.2 | stands left | 1.22 orange
lorry | articulated-lorry | 3.8 | stands left | 1.35 grey
pickup truck | pickup-truck | 1.9 | stands left | 1.47 red
tractor | tractor | 2.8 | stands left | 1.23 - | seat=.6,.4
motorcycle | motorcycle | 1.15 | stands left | 1.61 red | seat=.55,.42
scooter | motor-scooter | 1.2 | stands left | 1.05 yellow | seat=.62,.5
kick scooter | kick-scooter | 1.0 | stands left | 0.94 blue | seat=.6,.8
rickshaw | auto-rickshaw | 1.8 | stands left | 1.14 green
bicycle | bicycle | 1.1 | stands left | 1.39 grey | seat=.62,.28
steam locomotive | locomotive | 4.2 | stands left | 1.02 -
train | own:train | 3.8 | stands left | 3.62 blue
railway carriage | railway-car | 3.8 | stands left | 1.33 yellow
tram | tram-car | 3.8 | stands left | 0.99 yellow
boat | own:boat | 2.4 | swims left | 1.08 red
sailboat | sailboat | 7 | swims left | 0.91 pink
canoe | canoe | 0.9 | swims left | 1.41 orange | seat=.55,.4
speedboat | speedboat | 1.6 | swims left | 2.50 red | seat=.5,.35
ferry | ferry | 14 | swims left | 1.11 blue
ship | ship | 24 | swims left | 1.05 red
airplane | airplane | 9 | flies right | 1.01 blue
small airplane | small-airplane | 4 | flies right | 1.12 blue
helicopter | helicopter | 3.6 | flies left | 1.46 yellow | lone
rocket | rocket | 12 | flies right | 0.98 blue | lone seat=.5,.5
ufo | flying-saucer | 4 | flies front | 1.09 grey | lone
satellite | satellite | 4 | flies left | 1.46 blue | lone
parachute | parachute | 6 | flies front | 1.04 red
cable car | aerial-tramway | 4 | hangs front | 1.00 blue
roller coaster | roller-coaster | 18 | stands left | 1.02 red
ferris wheel | ferris-wheel | 30 | stands front | 0.95 grey
carousel horse | carousel-horse | 2.2 | stands left | 0.96 grey | seat=.5,.45
sled | sled | 0.4 | stands left | 1.32 orange | seat=.5,.35
wheelchair | manual-wheelchair | 1.0 | stands left | 1.23 grey | seat=.5,.5
skateboard | skateboard | 0.25 | stands left | 1.45 black | seat=.5,.35
airship | own:airship | 8 | flies left | 1.72 grey
carriage | own:carriage | 2.4 | stands left | 1.08 pink
drone | own:drone | 0.3 | flies front | 2.63 grey
fighter jet | own:fighter jet | 4.5 | flies left | 1.50 grey
hot air balloon | own:hot air balloon | 18 | flies front | 0.84 red
sailing ship | own:sailing ship | 22 | swims left | 1.11 brown
school bus | own:school bus | 3.1 | stands left | 2.05 yellow
stroller | own:stroller | 1.0 | stands left | 1.13 blue
submarine | own:submarine | 5 | underwater left | 1.19 yellow
tank | own:tank | 2.5 | stands left | 1.41 green
spaceship | own:spaceship | 14 | flies front | 0.75 white
train station, station | station | 5 | stands front | 1.00 grey
seat | seat | 1.1 | stands left | 0.76 blue
wheel | wheel | 0.65 | stands front | 1.00 grey
`;
