// Writes docs/illustrator.md: how to talk to the built-in artist, with the words it knows from the tables of its lexicon.
import { conceptNames, findArtwork } from '../../packages/illustrator/dist/src/artwork/catalogue.js';
import { joinRows, parseRow } from '../../packages/illustrator/dist/src/lexicon/noun-rows.js';
import { colourRows, materialRows } from '../../packages/illustrator/dist/src/lexicon/qualities.js';
import * as words from '../../packages/illustrator/dist/src/lexicon/scene-words.js';
import { settingRows } from '../../packages/illustrator/dist/src/lexicon/settings.js';
import { styleRows } from '../../packages/illustrator/dist/src/lexicon/styles.js';

export const file = 'docs/illustrator.md';

const isChinese = (word) => /[\u3400-\u9fff]/.test(word);

/** Value and two sure words of each language, a row of a table for each. */
function table(head, rows) {
  const lines = joinRows(rows).map((row) => {
    const { value, words: known } = parseRow(row);
    const sure = [...new Set(known.filter(({ confidence }) => confidence === 1).map(({ word }) => word))];
    const english = sure.filter((word) => !isChinese(word) && word !== value.replaceAll('-', ' ')).slice(0, 3);
    const chinese = sure.filter(isChinese).slice(0, 3);
    return `| ${value} | ${english.join(', ')} | ${chinese.join('、')} |`;
  });
  return [`| ${head} | also | 中文 |`, '| --- | --- | --- |', ...new Set(lines)].join('\n');
}

/** What can be drawn, by kind: name after name. */
function concepts() {
  const byKind = new Map();
  for (const name of conceptNames()) {
    const { kind } = findArtwork(name);
    byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  }
  return [...byKind].map(([kind, names]) => `**${kind}** (${names.length}): ${names.join(', ')}`).join('\n\n');
}

/** The page as Markdown. */
export function generate() {
  return `# The illustrator

The artist that is built into Inkling: no model, no download, no GPU. It reads a prompt, plans a scene and paints it, in
about half a second of processor time at 1024 × 1024 in the default style and one to two seconds in the others; a painting
thread's first picture takes one or two seconds more (\`node bench/illustrator.mjs\` measures it). It will never pass for a
photograph; it is exact where other artists guess:
counts, a colour for each thing, who stands where, and every letter of a text. The same request, seed and version give the
same bytes.

![One scene in eighteen styles](images/styles.jpg)

## How to ask

| you want | you write |
| --- | --- |
| things, and how many | \`three yellow boats\`, \`两只熊猫\`, \`a dozen roses\`, \`a pair of shoes\` |
| colours and materials, each to its own thing | \`a red cube on a blue wooden table\`, \`红色的猫和蓝色的狗\` |
| places in the picture | \`a cup left of a book\`, \`a bird above the house\`, \`桌子上的苹果\`, \`in the top left corner\` |
| deeds | \`a fox sleeping\`, \`a girl riding a horse\`, \`一只狗在草地上奔跑\` |
| a text, letter by letter | \`a sign that says "Open late"\`, \`写着“生日快乐”的蛋糕\`; any quotation marks, any script |
| a place, an hour, a season, a weather | \`in a kitchen at dawn\`, \`冬天的森林，下着雪\` |
| a mood, a palette, a framing | \`dreamy\`, \`pastel colours\`, \`close-up\`, \`bird's eye view\` |
| a style | \`oil painting\`, \`梵高风格\`, \`pixel art\` |
| something left out | \`negative_prompt\`: things, colours, weather, text, styles |

Words for other models (\`4k\`, \`masterpiece\`, \`best quality\`) are passed over. What it could not place it says:

\`\`\`sh
npx inkling plan "three red balloons over a teapot, at sunset"
npx inkling plan --json - < prompts.txt
\`\`\`

The second reads a prompt a line and prints a JSON line for each, with a box for everything drawn, as fractions of the
picture; \`unplaced\` names what it does not know.

## With a reference picture

| use | what happens |
| --- | --- |
| whole picture (\`kling-v1\`, \`kling-v2-1\`, \`kling-v3\`) | restyled; hour, season, weather and colours change as the prompt says |
| restyle (\`kling-v2\`, \`kling-v2-new\`) | the picture in another style, nothing else |
| subject (\`kling-v1-5\`) | cut out and set into the scene of the prompt, in its light |
| face (\`kling-v1-5\`) | exactly one face: a new portrait that keeps its likeness |

\`image_fidelity\` runs from 0 (a free hand) to 1 (the picture itself, barely touched), \`human_fidelity\` does the same for
the face. Similarity to the reference rises with both, step by step; the tests measure it.

How clean a cut-out is depends on the picture: people and pets in front come out with soft edges; a thing that its
background resembles, or that is itself half out of the picture, can lose a part.

## Styles

${table('style', styleRows)}

## Settings

${table('setting', settingRows)}

## Weather, season, hour, mood

${table('weather', words.weatherRows)}

${table('season', words.seasonRows)}

${table('hour', words.timeRows)}

${table('mood', words.moodRows)}

## Framing and palette

${table('framing', words.compositionRows)}

${table('palette', words.paletteRows)}

## Colours and materials

${table('colour', colourRows)}

${table('material', materialRows)}

## What it can draw

${conceptNames().length} things, found by these names, their synonyms and Chinese names, and by what they are a kind of (\`husky\` finds the dog,
\`skyscraper\` the buildings). Something unknown is painted as the nearest thing known, or left out, and named in \`unplaced\`.

${concepts()}
`;
}
