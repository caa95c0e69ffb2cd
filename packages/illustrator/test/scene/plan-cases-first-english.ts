// Prompts written before the planner saw them: what each plan must show, in boxes that obey the relations.
import type { PlanCase } from './plan-case.js';

/** The English of 113 prompts in both languages; 97 plans were right in every point at first try. */
export const firstEnglishPlanCases: readonly PlanCase[] = [
  { prompt: 'A green bench and a blue bowl', subjects: ['1 green bench', '1 blue bowl'] },
  { prompt: 'a fluffy towel and a glass cup', subjects: ['1 towel', '1 cup|1 glass'] },
  { prompt: 'a round cookie and a square container', subjects: ['1 cookie', '1 box|1 jar|1 basket'] },
  {
    prompt: 'a wooden desk with a leather jacket on it',
    subjects: ['1 desk', '1 coat|1 clothes|1 jacket'],
    relations: ['1 on 0'],
  },
  {
    prompt: 'a yellow banana, a red apple and a green pear on a white plate',
    subjects: ['1 yellow banana', '1 red apple', '1 green pear', '1 white plate'],
    relations: ['0 on 3', '1 on 3', '2 on 3'],
  },
  {
    prompt: 'The black camera was next to the white tripod',
    subjects: ['1 black camera'],
    more: true,
    unplaced: ['tripod'],
  },
  {
    prompt: 'a metallic spoon and a wooden chopping board',
    subjects: ['1 spoon'],
    more: true,
    unplaced: ['chopping board', 'board', 'chopping'],
  },
  {
    prompt: 'a blue bird perched on a brown fence post at sunrise',
    subjects: ['1 blue bird', '1 brown fence'],
    relations: ['0 on 1'],
    facts: ['time=dawn|morning'],
  },
  { prompt: 'a purple umbrella leaning against an orange wall', subjects: ['1 purple umbrella'], more: true },
  {
    prompt: 'two pink flamingos and three white swans on a lake',
    subjects: ['2 pink flamingo', '3 white swan'],
    facts: ['setting=lake'],
  },
  {
    prompt: 'a child in a yellow raincoat holding a red balloon, walking through puddles',
    subjects: ['1 child|1 boy|1 girl', '1 red balloon'],
    relations: ['0 touch 1'],
  },
  {
    prompt: 'an old fisherman mending his net on a wooden pier',
    subjects: ['1 fisherman|1 old man'],
    more: true,
    unplaced: ['net', 'pier'],
  },
  { prompt: 'two children flying a kite on a windy hill', subjects: ['2 child', '1 kite'], more: true },
  {
    prompt: 'a chef tossing a pizza in a busy restaurant kitchen',
    subjects: ['1 cook|1 chef', '1 pizza'],
    facts: ['setting=kitchen|restaurant'],
  },
  { prompt: 'a woman is playing the piano on stage', subjects: ['1 woman', '1 piano'], facts: ['setting=stage'] },
  {
    prompt: 'three dogs chasing a ball in the park',
    subjects: ['3 dog', '1 sports ball|1 soccer ball|1 ball|1 tennis ball'],
    facts: ['setting=park'],
  },
  { prompt: 'The cat is hiding under the bed', subjects: ['1 cat', '1 bed'], relations: ['0 under 1'] },
  {
    prompt: 'a lamp on the left of a stack of books',
    subjects: ['1 lamp', '1 books|3 book|1 book'],
    relations: ['0 left 1'],
  },
  { prompt: 'a frog on the right side of a mushroom', subjects: ['1 frog', '1 mushroom'], relations: ['0 right 1'] },
  { prompt: 'a helicopter above a skyscraper', subjects: ['1 helicopter', '1 skyscraper'], relations: ['0 above 1'] },
  { prompt: 'a turtle on the bottom of a rock', subjects: ['1 turtle', '1 rock'], relations: ['0 below 1'] },
  { prompt: 'a butterfly on top of a sunflower', subjects: ['1 butterfly', '1 sunflower'], relations: ['0 on 1'] },
  { prompt: 'a pig in front of a barn', subjects: ['1 pig', '1 barn'], relations: ['0 front 1'] },
  { prompt: 'a girl hiding behind a large tree', subjects: ['1 girl', '1 tree'] },
  { prompt: 'a rabbit between two carrots', subjects: ['1 rabbit', '2 carrot'] },
  {
    prompt: 'a goldfish in a bowl next to a candle',
    subjects: ['1 goldfish', '1 bowl', '1 candle'],
    relations: ['0 in 1'],
  },
  {
    prompt: 'To the left of the red chair is a blue vase',
    subjects: ['1 red chair', '1 blue vase'],
    relations: ['1 left 0'],
  },
  {
    prompt: 'There is a green apple below a yellow lamp',
    subjects: ['1 green apple|1 apple', '1 yellow lamp'],
    relations: ['0 below 1'],
  },
  {
    prompt: "a monkey sitting on an elephant's back in the jungle",
    subjects: ['1 monkey', '1 elephant'],
    relations: ['0 on 1'],
    facts: ['setting=jungle'],
  },
  { prompt: 'five sheep and one black dog on a hillside', subjects: ['5 sheep', '1 black dog'] },
  { prompt: 'exactly eleven candles on a birthday cake', subjects: ['11 candle', '1 cake'], tiny: true },
  { prompt: 'a dozen eggs in a basket', subjects: ['12 egg', '1 basket'], tiny: true },
  { prompt: 'a pair of penguins holding hands', subjects: ['2 penguin'] },
  { prompt: 'six cupcakes, two of them pink', subjects: ['6 cupcake|4 cupcake'], more: true },
  {
    prompt: 'one red balloon and eight blue balloons in the sky',
    subjects: ['1 red balloon', '8 blue balloon'],
    facts: ['setting=sky'],
  },
  { prompt: 'ten yellow ducklings swimming in a row', subjects: ['10 yellow duck|10 yellow chick'] },
  {
    prompt: 'a chalkboard with the words "Back to School" in a classroom',
    subjects: ['1 blackboard'],
    more: true,
    texts: ['Back to School'],
    facts: ['setting=classroom'],
  },
  {
    prompt: 'a neon sign reading "OPEN 24 HOURS" above a diner door at night',
    more: true,
    texts: ['OPEN 24 HOURS'],
    facts: ['time=night'],
  },
  { prompt: 'a birthday card that says "Happy 30th, Maria!"', more: true, texts: ['Happy 30th, Maria!'] },
  {
    prompt: "A cute cartoon raccoon holding a cardboard sign with 'Will code for food'",
    subjects: ['1 raccoon'],
    texts: ['Will code for food'],
  },
  { prompt: 'a white t-shirt with "I ♥ NY" printed on it', subjects: ['1 white t-shirt'], texts: ['I ♥ NY'] },
  {
    prompt: 'book cover titled "The Silent Sea", a whale beneath a small boat',
    subjects: ['1 whale', '1 boat'],
    more: true,
    relations: ['0 below 1'],
    texts: ['The Silent Sea'],
  },
  { prompt: "graffiti on a brick wall that spells 'FREEDOM'", more: true, texts: ['FREEDOM'] },
  {
    prompt: 'a robot writing "Hello, World" on a blackboard',
    subjects: ['1 robot', '1 blackboard'],
    texts: ['Hello, World'],
  },
  {
    prompt: 'A movie poster called Midnight Train, with a steam train in the snow',
    subjects: ['1 steam locomotive|1 train'],
    more: true,
  },
  {
    prompt: 'a penguin wearing a top hat riding a skateboard through the city',
    subjects: ['1 penguin', '1 skateboard'],
    relations: ['0 on 1'],
    facts: ['setting=city|street'],
  },
  {
    prompt: 'an octopus playing chess with a lobster underwater',
    subjects: ['1 octopus', '1 lobster'],
    more: true,
    facts: ['setting=underwater'],
  },
  {
    prompt: 'a snail racing a motorcycle in the desert',
    subjects: ['1 snail', '1 motorcycle'],
    facts: ['setting=desert'],
  },
  {
    prompt: 'a giraffe in a bathtub wearing a shower cap',
    subjects: ['1 giraffe', '1 bathtub'],
    facts: ['setting=bathroom'],
  },
  { prompt: 'a teapot shaped like a cat', subjects: ['1 teapot'], more: true },
  { prompt: 'A horse riding an astronaut', subjects: ['1 horse', '1 astronaut'], relations: ['0 on 1'] },
  {
    prompt: 'a blue banana and a pink elephant having tea together',
    subjects: ['1 blue banana', '1 pink elephant'],
    more: true,
  },
  {
    prompt: 'a hedgehog reading a newspaper in an armchair by the fireplace',
    subjects: ['1 hedgehog', '1 newspaper', '1 armchair', '1 fireplace'],
    facts: ['setting=living-room'],
  },
  {
    prompt: 'Bears in business suits having a meeting in an office',
    subjects: ['-2 bear'],
    more: true,
    facts: ['setting=office'],
  },
  {
    prompt:
      'A small cottage sits beside a calm lake. Behind it, snow-capped mountains rise into a pink sunset sky. A wooden boat is tied to a short dock, and two ducks swim nearby.',
    subjects: ['1 cottage', '1 boat', '2 duck'],
    more: true,
    facts: ['setting=lake', 'time=sunset'],
    unplaced: ['dock'],
  },
  {
    prompt:
      'In a cozy kitchen with morning light, a tabby cat sits on the counter next to a steaming cup of coffee and a plate of croissants. A potted basil plant stands on the windowsill.',
    subjects: ['1 cat', '1 coffee|1 cup', '3 croissant|1 croissant|1 plate'],
    more: true,
    facts: ['setting=kitchen', 'time=morning'],
    unplaced: ['counter'],
  },
  {
    prompt:
      'The scene shows a young woman with curly red hair wearing a green dress. She is sitting on a stone bench in a garden, reading a book. Around her, white roses bloom and a small brown dog sleeps at her feet.',
    subjects: ['1 woman', '1 bench', '1 book|1 open book', '1 brown dog'],
    more: true,
    facts: ['setting=garden'],
  },
  {
    prompt:
      'A busy street market at dusk: colourful stalls sell fruit, lanterns glow overhead, and a man in a straw hat pushes a wooden cart full of oranges.',
    subjects: ['1 man'],
    more: true,
    facts: ['time=dusk', 'setting=street|shop|ancient-town|village|city'],
    unplaced: ['market', 'cart'],
  },
  {
    prompt:
      'Three hot air balloons, one red, one yellow and one striped blue, drift over green valleys at dawn while a flock of birds passes below.',
    subjects: ['3 hot air balloon|1 red hot air balloon'],
    more: true,
    facts: ['time=dawn'],
  },
  {
    prompt:
      'cinematic still of a lone samurai standing in a field of tall grass, red sun, dramatic clouds, 35mm, depth of field',
    subjects: ['1 samurai'],
    facts: ['setting=meadow|flower-field'],
  },
  {
    prompt: 'portrait of an old sailor with a white beard and a blue cap, oil painting, rembrandt lighting',
    subjects: ['1 sailor'],
    facts: ['style=oil'],
  },
  {
    prompt: 'isometric tiny bedroom, cute, pastel colors, 3d render, blender, octane',
    more: true,
    facts: ['setting=bedroom'],
  },
  {
    prompt: '1boy, black hoodie, headphones, sitting on rooftop, city lights, night sky, full moon, anime style',
    subjects: ['1 boy'],
    more: true,
    facts: ['time=night', 'setting=city-by-night|city'],
  },
  {
    prompt: 'watercolor of a fox family in an autumn forest, soft light, storybook illustration',
    subjects: ['-1 fox'],
    facts: ['setting=autumn-forest', 'style=watercolour'],
  },
  {
    prompt: 'macro photo of a ladybug on a green leaf with water drops',
    subjects: ['1 ladybug', '1 green leaf'],
    more: true,
    relations: ['0 on 1'],
  },
  { prompt: 'logo of a phoenix, minimal, flat, white background', subjects: ['1 phoenix'], facts: ['setting=studio'] },
  { prompt: 'aerial view of a winding river through a rainforest', more: true, facts: ['setting=river|jungle'] },
  {
    prompt: 'pixel art knight fighting a dragon in front of a castle',
    subjects: ['1 knight', '1 dragon', '1 castle'],
    facts: ['style=pixel-art'],
  },
  {
    prompt: 'studio ghibli style, girl and a giant white cat spirit in the rain at a bus stop',
    subjects: ['1 girl', '1 white cat'],
    more: true,
    facts: ['weather=rain'],
    unplaced: ['spirit'],
  },
  {
    prompt: 'product photography of a perfume bottle on a marble table with rose petals',
    subjects: ['1 bottle'],
    more: true,
  },
];
