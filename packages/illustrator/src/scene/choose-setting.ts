// When a prompt names no place, the subjects choose one that suits them: fish swim, cups stand on tables, cars drive.
import type { Brief } from '../brief/brief.js';
import type { SeasonName, SettingName, TimeName, WeatherName } from '../brief/vocabulary.js';
import type { Instance } from './instances.js';
import type { Random } from './random.js';

/** Places by concept, where the kind of thing alone would mislead. */
const places: [SettingName[], string][] = [
  [['bathroom'], 'toilet bathtub shower soap toothbrush sink lotion_bottle toilet_paper hair_dryer'],
  [['kitchen'], 'oven microwave refrigerator toaster kettle pot pan stove'],
  [
    ['living-room'],
    'couch sofa tv armchair vase bookshelf fireplace remote piano mantel_clock clock potted_plant lamp door window mirror',
  ],
  [['bedroom'], 'bed pillow teddy_bear crib dresser'],
  [['office'], 'computer printer desk keyboard'],
  [['library'], 'books'],
  [['classroom'], 'blackboard teacher student'],
  [['stage'], 'microphone guitar violin drum singer dancer ballet_dancer trumpet saxophone accordion'],
  [
    ['street'],
    'traffic_light stop_sign parking_meter fire_hydrant bus taxi mailbox postbox bus_stop police_car trolleybus tram scooter police_officer',
  ],
  [
    ['road'],
    'car truck lorry motorcycle suv pickup_truck minibus racing_car ambulance fire_engine van cyclist bicycle',
  ],
  [['park'], 'bench skateboard kite frisbee stroller baby fountain squirrel roller_skate picnic'],
  [['playground'], 'swing slide seesaw child children'],
  [
    ['stadium'],
    'soccer_ball football baseball baseball_bat baseball_glove american_football rugby_ball athlete footballer trophy sports_ball',
  ],
  [
    ['snowfield'],
    'skis snowboard skier snowboarder snowman sled penguin polar_bear igloo reindeer husky seal snowflake walrus',
  ],
  [['beach'], 'surfboard surfer beach_umbrella crab seashell palm_tree starfish flip_flops bikini sandcastle'],
  [['ocean'], 'ship ferry sailboat speedboat whale iceberg dolphin shark orca submarine island wave'],
  [['lake'], 'boat canoe duck swan rower rowing_boat swimmer lotus goose beaver flamingo'],
  [['swamp'], 'crocodile alligator frog'],
  [
    ['underwater'],
    'fish tropical_fish octopus jellyfish blowfish squid coral lobster shrimp seahorse mermaid sea_turtle diver oyster',
  ],
  [['jungle'], 'tiger monkey gorilla orangutan parrot sloth leopard toucan snake chimpanzee jaguar'],
  [['bamboo-forest'], 'panda giant_panda'],
  [['desert'], 'camel cactus scorpion pyramid two-hump_camel'],
  [['meadow'], 'lion elephant giraffe zebra rhinoceros horse sheep kangaroo rabbit butterfly ladybug bee cow goat'],
  [
    ['forest'],
    'deer bear fox wolf owl hedgehog moose raccoon mushroom badger chipmunk boar unicorn campfire tent hunter elf',
  ],
  [['farm'], 'tractor rooster hen chicken turkey pig barn farmer scarecrow haystack'],
  [['castle-grounds'], 'castle knight king queen princess prince dragon wizard'],
  [['ancient-town'], 'pagoda geisha samurai torii lantern paper_lantern'],
  [['city'], 'skyscraper office_building ferris_wheel tower superhero'],
  [['space'], 'rocket satellite planet astronaut ufo alien comet earth spaceship star'],
  [
    ['sky'],
    'airplane helicopter hot_air_balloon balloon parachute eagle cloud propeller_plane kite rainbow angel phoenix dove',
  ],
  [['mountains'], 'mountain snowy_mountain goat yak mount_fuji climber eagle llama'],
  [['volcano'], 'volcano t-rex sauropod dinosaur'],
  [['village'], 'house church hut windmill cottage cat'],
  [['garden'], 'bird rose tulip flower sunflower bouquet hyacinth hibiscus snail caterpillar gardener'],
  [['harbour'], 'anchor lighthouse'],
  [['river'], 'otter bridge'],
  [['cave'], 'bat treasure_chest'],
];

const table = new Map(
  places.flatMap(([settings, words]) => words.split(' ').map((word) => [word.replaceAll('_', ' '), settings] as const)),
);

/** Chooses the setting: the one asked for, else what most of the important subjects call home. */
export function chooseSetting(brief: Brief, instances: readonly Instance[], random: Random): SettingName {
  const banned = new Set(brief.excluded.settings);
  if (brief.setting && !banned.has(brief.setting)) return brief.setting;
  if (brief.composition.includes('minimal') || brief.composition.includes('pattern')) return 'studio';
  const votes = new Map<SettingName, number>();
  const vote = (setting: SettingName, weight: number): void => {
    if (!banned.has(setting)) votes.set(setting, (votes.get(setting) ?? 0) + weight);
  };
  const guests = guestsOf(brief, instances);
  for (const source of new Set(instances.map((instance) => instance.source))) {
    const instance = instances.find((each) => each.source === source);
    if (!instance) continue;
    // A cat in a bathtub is where the bathtub is.
    const say = guests.has(source) ? 0.25 : 1;
    for (const [setting, weight] of homesOf(instance)) vote(setting, weight * say);
  }
  // One thing that stands on its feet brings everything down to the ground.
  if (instances.some((instance) => !isAloft(instance))) votes.delete('sky');
  // One big or outdoor thing decides: a toothbrush may lie in a meadow, a giraffe does not fit on a table.
  const biggest = Math.max(0, ...instances.map((instance) => instance.fact.heightM));
  let best: SettingName | null = null;
  for (const [setting, weight] of votes) {
    const tooBig = (setting === 'table-top' && biggest > 0.75) || (setting === 'studio' && biggest > 2.6);
    if (tooBig) continue;
    if (best === null || weight > (votes.get(best) ?? 0)) best = setting;
  }
  if (best) return best;
  if (brief.sky.moon || brief.sky.stars || brief.sky.aurora) return 'lake';
  if (brief.sky.fireworks) return 'city-by-night';
  if (instances.length > 0) return biggest > 2.6 ? 'meadow' : 'studio';
  return random.pick(['meadow', 'lake', 'mountains']);
}

/** Subjects that are on, in or under a piece of furniture: they are where it stands. */
function guestsOf(brief: Brief, instances: readonly Instance[]): Set<number> {
  const hosts = new Set<Instance['fact']['kind']>(['furniture', 'building']);
  const kindOf = (source: number) => instances.find((each) => each.source === source)?.fact.kind ?? 'object';
  return new Set(
    brief.relations
      .filter(
        ({ relation, to }) => (relation === 'on' || relation === 'in' || relation === 'under') && hosts.has(kindOf(to)),
      )
      .map(({ from }) => from),
  );
}

/** Can it be seen against the open sky without falling? Passengers and what is held come along. */
function isAloft({ fact, pose: { action } }: Instance): boolean {
  return (
    fact.stance === 'flies' ||
    fact.stance === 'sky' ||
    fact.stance === 'hangs' ||
    action === 'flying' ||
    action === 'falling' ||
    action === 'jumping'
  );
}

/** Settings that suit one subject, with how strongly it calls for them. */
function homesOf({ concept, fact, pose: { action } }: Instance): [SettingName, number][] {
  const known = table.get(concept);
  const pull = 1 + Math.min(2, Math.sqrt(fact.heightM));
  if (action === 'swimming' && fact.kind !== 'object') return [['lake', pull * 1.2]];
  if (action === 'flying' && fact.kind !== 'animal') return [['sky', pull]];
  if (known) return known.map((setting) => [setting, pull]);
  switch (fact.kind) {
    case 'animal':
      if (fact.stance === 'underwater') return [['underwater', pull * 1.4]];
      if (fact.stance === 'swims') return [['lake', pull * 1.2]];
      if (fact.stance === 'flies') return [[fact.heightM < 0.12 ? 'garden' : 'sky', pull]];
      return [['meadow', pull]];
    case 'person':
      // People go anywhere: what they have with them says where.
      return [[fact.stance === 'swims' ? 'lake' : 'park', pull * 0.4]];
    case 'vehicle':
      if (fact.stance === 'swims') return [['lake', pull]];
      if (fact.stance === 'flies') return [['sky', pull]];
      return [['road', pull]];
    case 'building':
      return [['village', pull]];
    case 'plant':
      return [[fact.heightM > 1.4 ? 'meadow' : 'garden', pull]];
    case 'food':
      return [['table-top', pull]];
    case 'furniture':
      return [['living-room', pull]];
    case 'nature':
      if (fact.stance === 'sky') return [['sky', pull]];
      return [[fact.heightM > 20 ? 'mountains' : 'meadow', pull]];
    case 'fantasy':
      return [['castle-grounds', pull]];
    case 'object':
      return [[fact.heightM <= 0.75 ? 'table-top' : 'studio', pull * 0.8]];
  }
}

/** The hour: as asked, else one that suits weather, mood and setting, varied by chance. */
export function chooseTime(brief: Brief, setting: SettingName, random: Random): TimeName {
  if (brief.time) return brief.time;
  if (setting === 'city-by-night' || setting === 'stage') return 'night';
  if (brief.sky.moon || brief.sky.stars || brief.sky.fireworks || brief.sky.aurora || brief.weather === 'aurora')
    return 'night';
  if (brief.mood === 'scary' || brief.mood === 'mysterious') return random.pick(['night', 'dusk', 'dusk']);
  if (brief.mood === 'romantic' || brief.mood === 'epic' || brief.mood === 'dramatic')
    return random.pick(['sunset', 'sunset', 'dawn']);
  if (brief.mood === 'dreamy') return random.pick(['dawn', 'sunset', 'dusk']);
  if (brief.palette.includes('neon') || brief.palette.includes('dark')) return 'night';
  if (brief.palette.includes('warm')) return random.pick(['afternoon', 'sunset']);
  return random.pick(['morning', 'noon', 'afternoon', 'afternoon', 'morning']);
}

/** The weather: as asked, unless excluded; the default is fair. */
export function chooseWeather(brief: Brief, random: Random): WeatherName {
  const banned = new Set(brief.excluded.weather);
  if (brief.weather && !banned.has(brief.weather)) return brief.weather;
  if (brief.mood === 'melancholy' && !banned.has('overcast')) return 'overcast';
  if (brief.sky.clouds && !banned.has('cloudy')) return 'cloudy';
  if (brief.sky.rainbow) return 'rainbow';
  return random.chance(0.45) && !banned.has('cloudy') ? 'cloudy' : 'clear';
}

/** The season: as asked, else read from place and weather. */
export function chooseSeason(brief: Brief, setting: SettingName, weather: WeatherName, random: Random): SeasonName {
  if (brief.season) return brief.season;
  if (setting === 'snowfield' || weather === 'snow') return 'winter';
  if (setting === 'autumn-forest') return 'autumn';
  return random.pick(['spring', 'summer', 'summer']);
}
