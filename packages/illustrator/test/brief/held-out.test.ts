// How well the reader does on prompts that it was not made with: a share of the cases, not each of them, must be right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Brief, BriefSubject } from '../../src/brief/brief.js';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { colourNames, sizeNames } from '../../src/brief/vocabulary.js';
import type { HeldOutCase } from './held-out-case.js';
import { firstHeldOutCases } from './held-out-first.js';
import { lastHeldOutCases } from './held-out-last.js';
import { longHeldOutCases } from './held-out-long.js';
import { secondHeldOutCases } from './held-out-second.js';

const heldOutCases = [...firstHeldOutCases, ...secondHeldOutCases, ...longHeldOutCases, ...lastHeldOutCases];

/** Share of the cases that must be read right in every point; the reader has learned from them, so they guard now. */
const leastShare = 0.95;

const isColour = (word: string | undefined): boolean => colourNames.some((name) => name === word);
const isSize = (word: string | undefined): boolean => sizeNames.some((name) => name === word);

/** Does `3 small red apple` describe the subject? Colour and size only count where they are written. */
function fits(subject: BriefSubject | undefined, description: string): boolean {
  if (subject === undefined) return false;
  const [count, ...words] = description.split(' ');
  if (subject.count !== Number(count)) return false;
  if (isSize(words[0]) && words.shift() !== subject.size) return false;
  if (words.length > 1 && isColour(words[0]) && words.shift() !== subject.colour) return false;
  return subject.concept === words.join(' ');
}

function factsOf(brief: Brief): string[] {
  const { sky } = brief;
  return [
    `setting=${brief.setting}`,
    `time=${brief.time}`,
    `weather=${brief.weather}`,
    `season=${brief.season}`,
    `mood=${brief.mood}`,
    `style=${brief.style}`,
    `moon=${sky.moon}`,
    ...brief.composition.map((name) => `composition=${name}`),
    ...(['stars', 'aurora', 'fireworks'] as const).filter((body) => sky[body]).map((body) => `sky=${body}`),
  ];
}

/** What is wrong with the brief; empty when nothing is. */
function faultsOf(brief: Brief, expected: HeldOutCase): string[] {
  const faults: string[] = [];
  const { subjects } = expected;
  if (subjects !== undefined && subjects.length !== brief.subjects.length)
    faults.push(`${brief.subjects.length} subjects`);
  subjects?.forEach((description, index) => {
    if (!description.split('|').some((choice) => fits(brief.subjects[index], choice))) faults.push(description);
  });
  const relations = brief.relations.map(({ from, relation, to }) => `${from} ${relation} ${to}`);
  const wearing = brief.subjects.flatMap((subject) =>
    subject.wearing.map(({ colour, concept }) => (colour === null ? concept : `${colour} ${concept}`)),
  );
  const texts = brief.lettering.map(({ text }) => text);
  for (const relation of expected.relations ?? []) if (!relations.includes(relation)) faults.push(relation);
  for (const worn of expected.wearing ?? []) if (!wearing.includes(worn)) faults.push(worn);
  for (const text of expected.texts ?? []) if (!texts.includes(text)) faults.push(text);
  const facts = factsOf(brief);
  for (const fact of expected.facts ?? []) {
    const [key = '', values = ''] = fact.split('=');
    if (!values.split('|').some((value) => facts.includes(`${key}=${value}`))) faults.push(fact);
  }
  return faults;
}

test('at least 95 % of the prompts kept apart are read right in every point', (context) => {
  const wrong = heldOutCases
    .map((expected) => ({ prompt: expected.prompt, faults: faultsOf(readPrompt(expected.prompt), expected) }))
    .filter(({ faults }) => faults.length > 0);
  const share = 1 - wrong.length / heldOutCases.length;
  for (const { prompt, faults } of wrong) context.diagnostic(`${prompt}: ${faults.join(', ')}`);
  context.diagnostic(`${heldOutCases.length - wrong.length} of ${heldOutCases.length} right`);
  assert.ok(share >= leastShare, `only ${(share * 100).toFixed(1)} % right`);
});

test('the check itself sees a wrong count, colour, relation, text and setting', () => {
  const brief = readPrompt('two red cars on a beach');
  assert.deepEqual(faultsOf(brief, { prompt: '', subjects: ['2 red car'], facts: ['setting=beach'] }), []);
  assert.equal(faultsOf(brief, { prompt: '', subjects: ['3 red car'] }).length, 1);
  assert.equal(faultsOf(brief, { prompt: '', subjects: ['2 blue car'] }).length, 1);
  assert.equal(faultsOf(brief, { prompt: '', subjects: ['2 red car', '1 dog'] }).length, 2);
  assert.equal(
    faultsOf(brief, { prompt: '', relations: ['0 on 1'], texts: ['X'], facts: ['setting=forest'] }).length,
    3,
  );
});
