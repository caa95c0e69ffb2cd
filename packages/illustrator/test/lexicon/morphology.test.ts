// English word forms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { singularCandidates, verbCandidates } from '../../src/lexicon/morphology.js';

test('plurals give their singular among the candidates', () => {
  const plurals = {
    cats: 'cat',
    foxes: 'fox',
    buses: 'bus',
    ponies: 'pony',
    wolves: 'wolf',
    knives: 'knife',
    mice: 'mouse',
    people: 'person',
    children: 'child',
    tomatoes: 'tomato',
    shoes: 'shoe',
    witches: 'witch',
  };
  for (const [plural, singular] of Object.entries(plurals)) {
    assert.ok(singularCandidates(plural).includes(singular), plural);
  }
});

test('what is no plural has no singular', () => {
  for (const word of ['glass', 'cat', 'is', 's', '']) assert.deepEqual(singularCandidates(word), []);
});

test('inflected verbs give their base among the candidates', () => {
  const forms = {
    running: 'run',
    riding: 'ride',
    rides: 'ride',
    carried: 'carry',
    carries: 'carry',
    hopped: 'hop',
    holds: 'hold',
    held: 'hold',
    lying: 'lie',
    dances: 'dance',
    munches: 'munch',
  };
  for (const [form, base] of Object.entries(forms)) assert.ok(verbCandidates(form).includes(base), form);
});

test('base forms stay alone', () => {
  for (const word of ['ride', 'sing', 'red', 'dress']) assert.deepEqual(verbCandidates(word), []);
});
