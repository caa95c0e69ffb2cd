// A brief on one line, so that tables of cases can be read and compared: `3 yellow boat | lake(blue) moon=full night`.
import type { Brief, BriefSubject } from '../../src/brief/brief.js';

function summariseSubject(subject: BriefSubject): string {
  const colours = [subject.colour, subject.secondColour].filter((colour) => colour !== null).join('/');
  const worn = subject.wearing.map(({ colour, concept }) => (colour === null ? concept : `${colour} ${concept}`));
  return [
    `${subject.count}${subject.exact ? '' : '~'}`,
    subject.size === 'medium' ? '' : subject.size,
    colours,
    subject.material ?? '',
    subject.concept,
    subject.action === null ? '' : `!${subject.action}`,
    subject.place === null ? '' : `@${subject.place}`,
    worn.length === 0 ? '' : `{${worn.join(', ')}}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Subjects, then relations, then everything said of the picture as a whole; parts that say nothing are left out. */
export function summarise(brief: Brief): string {
  const { sky } = brief;
  const scene = [
    brief.setting === null
      ? ''
      : brief.settingColour === null
        ? brief.setting
        : `${brief.setting}(${brief.settingColour})`,
    brief.backdrops.length === 0 ? '' : `+${brief.backdrops.join('+')}`,
    brief.weather ?? '',
    brief.season ?? '',
    brief.time ?? '',
    brief.mood ?? '',
    sky.moon === null ? '' : `moon=${sky.moon}`,
    ...(['sun', 'stars', 'clouds', 'rainbow', 'fireworks', 'aurora'] as const).filter((body) => sky[body]),
    ...brief.composition,
    ...brief.palette.map((palette) => `palette=${palette}`),
    brief.tint === null ? '' : `tint=${brief.tint}`,
    brief.styleAsked ? `style=${brief.style}` : '',
  ];
  const letterings = brief.lettering.map(({ text, carrier, holder }) => `"${text}" ${carrier} ${holder ?? '-'}`);
  return [
    brief.subjects.map(summariseSubject).join('; '),
    brief.relations.map(({ from, relation, to }) => `${from} ${relation} ${to}`).join(', '),
    scene.filter((part) => part !== '').join(' '),
    letterings.join(', '),
    brief.edits.map(({ kind, value }) => `${kind}=${value}`).join(', '),
    brief.unplaced.length === 0 ? '' : `?${brief.unplaced.join('?')}`,
  ]
    .filter((part) => part !== '')
    .join(' | ');
}
