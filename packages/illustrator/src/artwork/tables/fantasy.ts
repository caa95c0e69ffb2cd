// Creatures of tales.
// One row a concept: name | drawing | height in metres | stance facing | width÷height and own colour as measured | more.

/** Rows for `catalogue.ts`; the kind of each is `fantasy` unless the row says otherwise. */
export const fantasyTable = `
superhero | person:superhero | 1.75 | stands front | 0.46 - | hands=.6,.1
santa claus | person:santa claus | 1.75 | stands front | 0.35 -
elf | person:elf | 1.75 | stands front | 0.41 -
wizard | person:wizard | 1.75 | stands front | 0.49 -
witch | person:witch | 1.75 | stands front | 0.46 -
angel | person:angel | 1.3 | stands front | 0.72 -
demon | person:demon | 1.75 | stands front | 0.53 -
zombie | person:zombie | 1.75 | stands front | 0.35 -
vampire | person:vampire | 1.75 | stands front | 0.45 -
monkey king | person:monkey king | 1.75 | stands front | 0.39 -
unicorn | beast:unicorn | 1.8 | stands left | 0.98 white
dragon | dragon | 3 | stands left | 0.86 green | seat=.55,.42 hands=.22,.6
phoenix | phoenix | 2 | flies front | 0.90 red | seat=.5,.5
dinosaur | sauropod | 5 | stands left | 1.00 green | seat=.6,.5 hands=.1,.1
t-rex | t-rex | 4.5 | stands left | 1.16 green | seat=.55,.35 hands=.3,.5
mermaid | mermaid | 1.7 | swims left | 0.99 green | hands=.4,.4
fairy | fairy | 0.5 | flies left | 0.91 yellow | hands=.75,.4
ghost | own:ghost | 1.6 | flies front | 0.96 white
genie | genie | 2 | flies left | 1.00 blue | hands=.3,.4
troll | troll | 2.2 | stands front | 0.92 brown | hands=.3,.55
yeti | hairy-creature | 2.3 | stands left | 0.70 brown | hands=.3,.55
snowman | snowman-without-snow | 1.6 | stands front | 0.77 white | hands=.5,.55
monster | alien-monster | 1.2 | stands front | 1.13 purple
robot | own:robot | 1.6 | stands front | 0.74 grey
alien | own:alien | 1.3 | stands front | 0.66 green
skeleton | own:skeleton | 1.7 | stands front | 0.57 white
buddha | own:buddha | 2 | stands front | 0.80 yellow
scarecrow | own:scarecrow | 1.9 | stands front | 1.02 red
griffin | beast:griffin | 2 | stands left | 0.96 orange
pegasus, winged horse | beast:pegasus | 2 | stands left | 0.93 white
`;
