// Who is who: the dress, hair and tools that make a chef a chef. Rows of words from the wardrobe and the hat stand.
import type { Age } from './build.js';
import type { HairCut } from './hair.js';

/** A thing and the `#rrggbb` it has, or null for its own colour. */
export interface Item {
  word: string;
  colour: string | null;
}

export interface Role {
  /** One is picked by the seed. */
  ages: readonly Age[];
  items: readonly Item[];
  hair: HairCut | null;
  hairColour: string | null;
  beard: boolean;
  moustache: boolean;
  skin: string | null;
  /** Noto drawing in the raised right hand when nothing else is held. */
  prop: string | null;
  extra: 'none' | 'wings' | 'cape' | 'veil' | 'backpack' | 'fangs';
}

/** `name: ages | worn things with colours | more`. `adult` stands for man or woman. */
const table = `
woman: woman | t-shirt jeans
man: man | t-shirt jeans
girl: girl | dress
boy: boy | t-shirt shorts#5a6f94
child: boy girl | t-shirt shorts#5a6f94
baby: baby | jumpsuit#8fc4e8 slacks#8fc4e8 shoe#f2f2f2 | hair=tuft
person: adult | t-shirt jeans
old man: old_man | sweater#8a7a5a slacks glasses | hair=balding moustache
old woman: old_woman | dress#8a6fa8 glasses | hair=bun
doctor: adult | shirt#a8d4ea slacks#4c5f7a lab_coat stethoscope
nurse: woman | dress#8fc9e0 apron#ffffff shoe#ffffff | hair=bun
teacher: adult | shirt slacks#5b4a3c sweater#7a9a5a glasses | prop=closed-book
student: boy girl | shirt uniform#34507f slacks#34507f tie | extra=backpack
scientist: adult | shirt slacks#4c5361 lab_coat glasses | prop=test-tube
cook: adult | shirt#ffffff slacks#5b6470 apron#ffffff chef_hat scarf#d8433b | prop=spoon
farmer: adult | shirt#c9574a jeans#3f6fb0 overalls hat boot
fisherman: man | shirt#e6e2d4 overalls#6b8a3c jeans#6b8a3c hat#8a9a5a boot#4f6b3c | prop=fishing-pole moustache
construction worker: adult | shirt#f08a2c overalls#3f6fb0 jeans#3f6fb0 hard_hat boot
mechanic: adult | jumpsuit#3f6f9a jeans#3f6f9a cap#3f6f9a boot | prop=wrench
factory worker: adult | jumpsuit#5a7a8a jeans#5a7a8a hard_hat#f2f2f2 boot | prop=hammer
police officer: adult | uniform#2f4a86 slacks#26365c police_cap tie#1f2b4a shoe#23232b
guard: man | uniform#b8283a slacks#23232b helmet#23232b boot#23232b
soldier: man | uniform#6b7a4a slacks#5c6a40 helmet#5c6a40 boot#4a3a2c
firefighter: adult | coat#d8932c slacks#c9842a fire_helmet boot#34323c
astronaut: adult | spacesuit slacks#eef1f4 space_helmet boot#c3ccd6 gloves#c3ccd6
pilot: adult | shirt#ffffff suit#2b3a5c slacks#2b3a5c tie#1f2433 captain_cap#2b3a5c
sailor: man | shirt#ffffff slacks#2f4a86 captain_cap scarf#2f4a86
artist: adult | sweater#5f6fa8 apron#f1e2c4 slacks#5b4a3c beret | prop=artist-palette
singer: adult | leather_jacket t-shirt#f2f2f2 jeans#2f3340 | prop=microphone
dancer: woman | dress#c9307a high_heels | hair=bun
detective: man | trench_coat shirt slacks#5b4a3c fedora tie | prop=magnifying-glass-tilted-left
judge: adult | robe#2b2b33 | prop=hammer
office worker: adult | shirt suit slacks#2f3848 tie | prop=briefcase
programmer: adult | hoodie jeans glasses headphones
waiter: adult | shirt#ffffff suit#34323c slacks#34323c bow_tie apron#ffffff
photographer: adult | vest#8a7a4a shirt#e6e2d4 jeans cap#8a7a4a | prop=camera
clown: man | jumpsuit#f2c84b slacks#5a8fd8 bow_tie party_hat | hair=curly hairColour=#e8475f skin=#fbeee4
magician: man | shirt#ffffff suit#34323c slacks#34323c bow_tie top_hat | prop=magic-wand
monk: man | robe#c9702c | hair=bald
king: man | robe#a8283a crown | beard hairColour=#8f6a3c extra=cape
queen: woman | evening_gown#7a3fa0 crown necklace | hair=bun extra=cape
prince: man | coat#3f6fc4 slacks#f2f2f2 crown boot | extra=cape
princess: woman | evening_gown#ef9cc0 crown | hair=wavy hairColour=#e0b25e
knight: man | armor slacks#8b95a1 knight_helmet boot#7f8a97 | prop=dagger
samurai: man | robe#34507f armor#8a2f2f samurai_helmet slacks#34507f boot#2b2b33 | prop=dagger
swordsman: man | hanfu#5f7f9a slacks#34507f boot#2b2b33 | hair=topknot hairColour=#1f1a1c prop=dagger
swordswoman: woman | hanfu#a8434f boot#2b2b33 | hair=long hairColour=#1f1a1c prop=dagger
general: man | robe#8a2f2f armor slacks#5c2a2a viking_helmet#8b95a1 boot#2b2b33 | beard hairColour=#1f1a1c extra=cape
ninja: adult | jumpsuit#34343e slacks#34343e ninja_hood boot#26262e
pirate: man | coat#7a2f3a shirt#f1e9d8 slacks#34323c pirate_hat boot belt | beard
cowboy: man | vest#8a5a34 shirt#c9574a jeans cowboy_hat boot scarf#d8433b
geisha: woman | kimono#c9307a | hair=bun hairColour=#1f1a1c skin=#fdf1ea
viking: man | robe#7a6a4a vest#5b4a3c viking_helmet boot | beard hairColour=#c9702c prop=axe
superhero: adult | jumpsuit#2f5fc4 slacks#2f5fc4 shorts#d8283a boot#d8283a | extra=cape
santa claus: old_man | coat#d0282e slacks#d0282e santa_hat boot#2b2b33 belt | beard
athlete: adult | vest#e8574f shorts#34507f shoe#f2f2f2
football player: adult | jersey shorts#f2f2f2 shoe#23232b
basketball player: man | vest#f08a2c shorts#f08a2c shoe#f2f2f2
climber: adult | down_jacket#e8743b slacks#4c5361 helmet#3f9ad8 boot | extra=backpack
delivery person: adult | jumpsuit#f2b632 slacks#34507f cap#f2b632 | prop=package
driver: adult | leather_jacket jeans cap sunglasses
hunter: man | vest#7a6a3c shirt#c8b98a slacks#6b5a3c fedora#8a6a3c boot
beggar: old_man | robe#7a6f62 | beard
bride: woman | evening_gown#ffffff flower_crown#ffffff | extra=veil hair=bun
groom: man | shirt#ffffff suit#2b2b33 slacks#2b2b33 bow_tie
elf: adult | robe#4f8a4a belt | hairColour=#e6cf8f hair=long
wizard: old_man | robe#4a4f9a witch_hat#4a4f9a | beard prop=magic-wand
witch: woman | robe#4a3566 witch_hat | hair=long hairColour=#5b3a66 prop=broom
angel: girl | robe#ffffff halo | hair=wavy hairColour=#e0b25e extra=wings
demon: man | robe#5c1f2a horns | skin=#d8564a hair=short hairColour=#2b1a1c extra=fangs prop=trident-emblem
ogre: man | vest#7a5a3a shorts#5b4630 horns | skin=#8fae5a hair=bald extra=fangs
goblin: boy | vest#6b5a3a shorts#4f4632 | skin=#8ab85a hair=bald extra=fangs
zombie: man | shirt#8a9a8a slacks#5b5a52 | skin=#9fbf7a hair=spiky hairColour=#4a4a3a
vampire: man | shirt#ffffff suit#2b2430 slacks#2b2430 bow_tie cape#8f1c2c | skin=#f1e6e6 hair=short hairColour=#1f1a1f extra=fangs
monkey king: man | hanfu#e0a02c samurai_helmet#e0a02c | hair=crop hairColour=#a8743f skin=#f0c49a
miner: man | jumpsuit#6b6258 jeans hard_hat boot | prop=pick
skater: boy girl | hoodie#8a5ac4 jeans cap
`;

const agesByWord: Readonly<Record<string, readonly Age[]>> = {
  adult: ['woman', 'man'],
  old_man: ['old man'],
  old_woman: ['old woman'],
  man: ['man'],
  woman: ['woman'],
  boy: ['boy'],
  girl: ['girl'],
  baby: ['baby'],
};

const cuts: readonly HairCut[] = [
  'short',
  'crop',
  'spiky',
  'curly',
  'long',
  'wavy',
  'bob',
  'ponytail',
  'bun',
  'pigtails',
  'topknot',
  'balding',
  'tuft',
  'bald',
];
const extras: readonly Role['extra'][] = ['wings', 'cape', 'veil', 'backpack', 'fangs'];

function readRole(row: string): [string, Role] {
  const colon = row.indexOf(':');
  const [ageCell = '', itemCell = '', moreCell = ''] = row
    .slice(colon + 1)
    .split('|')
    .map((cell) => cell.trim());
  const more = new Map(moreCell.split(' ').map((word) => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']));
  const items = itemCell.split(' ').map((word): Item => {
    const [name = '', colour] = word.split('#');
    return { word: name.replaceAll('_', ' '), colour: colour === undefined ? null : `#${colour}` };
  });
  const role: Role = {
    ages: ageCell.split(' ').flatMap((word) => agesByWord[word] ?? []),
    items,
    hair: cuts.find((cut) => cut === more.get('hair')) ?? null,
    hairColour: more.get('hairColour') ?? null,
    beard: more.has('beard'),
    moustache: more.has('moustache'),
    skin: more.get('skin') ?? null,
    prop: more.get('prop') ?? null,
    extra: extras.find((extra) => extra === more.get('extra')) ?? 'none',
  };
  return [row.slice(0, colon), role];
}

let roles: Map<string, Role> | undefined;

/** The role of that name; undefined for one we have no dress for. */
export function findRole(name: string): Role | undefined {
  roles ??= new Map(table.trim().split('\n').map(readRole));
  return roles.get(name);
}

/** The names of all roles. */
export function roleNames(): readonly string[] {
  findRole('');
  return [...(roles?.keys() ?? [])];
}
