// What a prompt asks to be changed about a reference picture: its time, season, weather, palette, background, style.
import { senseOf } from '../lexicon/senses.js';
import type { Brief } from './brief.js';
import type { SceneWords } from './scene-words.js';
import { can, type Token } from './tokens.js';
import type { ColourName } from './vocabulary.js';

const backgroundWord = /^(?:background|背景|in the background|backdrop|背景里)$/i;
/** `put it on the beach`, 放到海边: the subject goes somewhere else. */
const movingWord = /^(?:put|place|move|放到|放在|移到|换到|置于|置身于|置身|来到)$/i;

/** The setting that follows a word for the background or for moving, within the clause. */
function newBackground(tokens: readonly Token[]): string | null {
  for (const [at, token] of tokens.entries()) {
    const moves = movingWord.test(token.text);
    if (!backgroundWord.test(token.text) && !moves) continue;
    for (const next of tokens.slice(at + 1, at + 8)) {
      const setting = senseOf(next.senses, 'setting');
      if (setting !== undefined) return setting.value;
      // A plain colour behind the subject is the studio's backdrop.
      if (!moves && can(next, 'colour') && !can(next, 'noun')) return 'studio';
      if (next.strength === 2) break;
    }
    // 海边背景: the setting stands before.
    const before = senseOf(tokens[at - 1]?.senses ?? [], 'setting');
    if (before !== undefined && !moves) return before.value;
  }
  return null;
}

/** Every edit the prompt asks for, each kind once. */
export function readEdits(
  tokens: readonly Token[],
  words: SceneWords,
  settingNoun: { setting: string; studio: boolean } | null,
  tint: ColourName | null,
): Brief['edits'] {
  const edits: Brief['edits'] = [];
  const [style] = words.style;
  const [time] = words.time;
  const [season] = words.season;
  const [weather] = words.weather;
  const [palette] = words.palette;
  const background = newBackground(tokens) ?? (settingNoun?.studio === true ? settingNoun.setting : null);
  if (background !== null) edits.push({ kind: 'background', value: background });
  if (time !== undefined) edits.push({ kind: 'time', value: time });
  if (season !== undefined) edits.push({ kind: 'season', value: season });
  if (weather !== undefined) edits.push({ kind: 'weather', value: weather });
  if (palette !== undefined) edits.push({ kind: 'palette', value: palette });
  if (tint !== null) edits.push({ kind: 'tint', value: tint });
  if (style !== undefined) edits.push({ kind: 'style', value: style });
  return edits;
}
