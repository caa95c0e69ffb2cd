// Whole plans of prompts nobody tuned for: counts, colours, positions in the boxes, and letters must be right in 95 % of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planPrompt } from '../../src/illustrate.js';
import type { Plan } from '../../src/request.js';
import type { PlanCase } from './plan-case.js';
import { firstChinesePlanCases } from './plan-cases-first-chinese.js';
import { firstEnglishPlanCases } from './plan-cases-first-english.js';
import { secondPlanCases } from './plan-cases-second.js';
import { thirdPlanCases } from './plan-cases-third.js';
import { planFaults } from './plan-faults.js';

/** Share of the plans that must be right in every point. */
const leastShare = 0.95;

describe('plans of prompts written before the planner saw them', () => {
  const sets: Record<string, readonly PlanCase[]> = {
    first: [...firstEnglishPlanCases, ...firstChinesePlanCases],
    second: secondPlanCases,
    third: thirdPlanCases,
  };
  for (const [name, cases] of Object.entries(sets)) {
    it(`${name} set: ${cases.length} prompts`, async (context) => {
      let wrong = 0;
      for (const [index, expected] of cases.entries()) {
        const faults = planFaults(await planPrompt(expected.prompt, { seed: index * 7 + 1 }), expected);
        if (faults.length === 0) continue;
        wrong += 1;
        context.diagnostic(`${expected.prompt}: ${faults.join('; ')}`);
      }
      context.diagnostic(`${cases.length - wrong} of ${cases.length} right`);
      assert.ok(1 - wrong / cases.length >= leastShare, `${wrong} of ${cases.length} wrong`);
    });
  }
});

describe('the check itself', () => {
  const plan: Plan = {
    subjects: [
      { noun: 'cat', concept: 'cat', colour: 'red', box: [0.1, 0.4, 0.3, 0.6] },
      { noun: 'table', concept: 'table', colour: null, box: [0.5, 0.4, 0.9, 0.8] },
    ],
    lettering: [{ text: 'HI', box: [0, 0, 0.1, 0.1] }],
    setting: 'kitchen',
    time: 'noon',
    weather: 'clear',
    style: 'soft-light',
    unplaced: ['xyzzy'],
  };
  const right: PlanCase = {
    prompt: '',
    subjects: ['1 red cat', '1 table'],
    relations: ['0 left 1'],
    texts: ['HI'],
    facts: ['setting=kitchen'],
    unplaced: ['xyzzy'],
  };

  it('finds nothing wrong with a plan that is right', () => {
    assert.deepEqual(planFaults(plan, right), []);
    assert.deepEqual(planFaults(plan, { ...right, subjects: ['1 dog|1 cat', '-1 table'] }), []);
  });

  const mistakes: Record<string, Partial<PlanCase>> = {
    'a wrong count': { subjects: ['2 red cat', '1 table'] },
    'a wrong colour': { subjects: ['1 blue cat', '1 table'] },
    'one too many': { subjects: ['1 red cat'], relations: [] },
    'the wrong side': { relations: ['0 right 1'] },
    'a gap where something should rest': { relations: ['0 on 1'] },
    'other letters': { texts: ['HO'] },
    'letters nobody asked for': { texts: [] },
    'another place': { facts: ['setting=beach'] },
    'a noun left out': { unplaced: [] },
  };
  for (const [name, mistake] of Object.entries(mistakes)) {
    it(`sees ${name}`, () => assert.notDeepEqual(planFaults(plan, { ...right, ...mistake }), []));
  }
});
