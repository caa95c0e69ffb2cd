// `inkling plan`: options, JSON lines, and the readable form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Plan, type PlanPromptOptions, planPrompt } from '@inkling/illustrator';
import fc from 'fast-check';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { type PlanOptions, plan } from '../../src/cli/plan/plan.js';
import { readLines } from '../../src/cli/plan/read-lines.js';
import { createFakeWorld } from './support/fake-world.js';

const fox: Plan = {
  subjects: [
    { noun: 'foxes', concept: 'fox', colour: 'red', box: [0.1, 0.25, 0.4, 0.8] },
    { noun: 'foxes', concept: 'fox', colour: null, box: [0.5, 0.25, 0.9, 0.8] },
  ],
  lettering: [{ text: '生日快乐', box: [0, 0, 1, 0.5] }],
  setting: 'snow field',
  time: 'sunset',
  weather: 'clear',
  style: 'oil',
  unplaced: ['zorgle'],
};

/** Runs the command; what the planner was asked is kept. */
async function run(
  prompt: string,
  options: PlanOptions = {},
  stdin?: string,
  planner: (text: string) => Plan = () => fox,
) {
  const world = createFakeWorld(stdin === undefined ? {} : { stdin });
  const asked: [string, PlanPromptOptions][] = [];
  const code = await plan(prompt, options, {
    world,
    async planPrompt(text, settings) {
      asked.push([text, settings]);
      return planner(text);
    },
  });
  return { code, asked, output: world.output() };
}

describe('inkling plan', () => {
  it('is readable', async () => {
    const { code, output } = await run('red foxes');
    assert.equal(code, 0);
    assert.equal(
      output,
      [
        'scene     snow field, sunset, clear',
        'style     oil',
        'subject   foxes  red fox  across 10–40 %, down 25–80 %',
        'subject   foxes  fox  across 50–90 %, down 25–80 %',
        'lettering 生日快乐  across 0–100 %, down 0–50 %',
        'unplaced  zorgle',
        '\n',
      ].join('\n'),
    );
  });

  it('is one line of JSON if asked to', async () => {
    assert.equal((await run('x', { json: true })).output, `${JSON.stringify(fox)}\n`);
  });

  it('hands on ratio, seed and negative prompt', async () => {
    const { asked } = await run('x', { ratio: '16:9', seed: '7', negative: 'rain' });
    assert.deepEqual(asked, [['x', { width: 1360, height: 768, seed: 7, negativePrompt: 'rain' }]]);
    assert.deepEqual((await run('x')).asked, [['x', { width: 1024, height: 1024, seed: 0 }]]);
  });

  for (const options of [
    { ratio: '5:4' },
    { ratio: 'wide' },
    { seed: '-1' },
    { seed: '1.5' },
    { seed: 'x' },
    { seed: '4294967296' },
  ]) {
    it(`refuses ${JSON.stringify(options)} as asked wrongly`, async () => {
      await assert.rejects(
        run('x', options),
        (error: unknown) => error instanceof CommandFailure && error.exitCode === 2,
      );
    });
  }

  it('tells what the illustrator refuses', async () => {
    const refuse = (): Plan => {
      throw new Error('prompt must not be empty');
    };
    await assert.rejects(
      run('', {}, undefined, refuse),
      (error: unknown) => error instanceof CommandFailure && error.exitCode === 1,
    );
  });
});

describe('inkling plan --json -', () => {
  const planner = (text: string): Plan => {
    if (text.trim() === '') throw new Error('prompt must not be empty');
    return { ...fox, setting: text };
  };

  it('plans every line in order', async () => {
    const { code, output } = await run('-', { json: true }, 'one\r\n两只狐狸\nthree', planner);
    assert.equal(code, 0);
    assert.deepEqual(
      output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).setting),
      ['one', '两只狐狸', 'three'],
    );
  });

  it('keeps a line for what it cannot plan, goes on, and says so in the exit code', async () => {
    const { code, output } = await run('-', { json: true }, 'one\n\nthree\n', planner);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map((line) => line.error ?? line.setting),
      ['one', 'prompt must not be empty', 'three'],
    );
    assert.equal(code, 1);
  });

  it('prints nothing for nothing', async () => {
    assert.deepEqual(await run('-', { json: true }, '', planner), { code: 0, asked: [], output: '' });
  });

  it('has the keys that are promised, from the real illustrator', async () => {
    const world = createFakeWorld({ stdin: 'three yellow boats on a blue lake under the moon\n' });
    assert.equal(await plan('-', { json: true }, { world, planPrompt }), 0);
    const found = JSON.parse(world.output());
    assert.deepEqual(Object.keys(found), ['subjects', 'lettering', 'setting', 'time', 'weather', 'style', 'unplaced']);
    assert.equal(found.subjects.filter((subject: { colour: string }) => subject.colour === 'yellow').length, 3);
  });
});

describe('readLines', () => {
  it('gives the same lines however they are cut', async () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 7 }), async (wanted, size) => {
        const bytes = new TextEncoder().encode(`${wanted.join('\n')}\n`);
        async function* chunks() {
          for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
        }
        const read: string[] = [];
        for await (const line of readLines(chunks())) read.push(line);
        assert.deepEqual(read, wanted);
      }),
    );
  });
});
