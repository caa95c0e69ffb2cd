// Messages of a real ComfyUI (0.3.64) become a fraction that rises to 1, whatever is missing or nonsense among them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createPromptProgress } from '../../../src/engines/comfyui/prompt-progress.js';

const workflow = {
  a: { class_type: 'CheckpointLoaderSimple', inputs: {} },
  b: { class_type: 'KSampler', inputs: { steps: 8 } },
  c: { class_type: 'SaveImage', inputs: {} },
};
const state = (nodes: Record<string, [number, number, string]>) => ({
  nodes: Object.fromEntries(
    Object.entries(nodes).map(([id, [value, max, word]]) => [id, { value, max, state: word, node_id: id }]),
  ),
});

describe('progress of a prompt', () => {
  it('counts a sampler by its steps', () => {
    const progress = createPromptProgress(workflow);
    assert.equal(progress.take('execution_start', {}), 0);
    assert.equal(progress.take('progress_state', state({ a: [1, 1, 'finished'] })), 0.1);
    assert.equal(progress.take('progress_state', state({ a: [1, 1, 'finished'], b: [4, 8, 'running'] })), 0.5);
    assert.equal(progress.take('progress', { value: 6, max: 8, node: 'b' }), 0.7);
    assert.equal(progress.take('executed', { node: 'c' }), 0.8);
    assert.equal(progress.take('execution_success', {}), 1);
  });

  it('counts what was cached as done', () => {
    assert.equal(createPromptProgress(workflow).take('execution_cached', { nodes: ['a', 'c', 'x'] }), 0.2);
  });

  it('hears nothing in numbers that are none', () => {
    const progress = createPromptProgress({ a: { class_type: 'A', inputs: {} } });
    for (const value of [[], '1', null, { toString: '' }, Number.NaN])
      assert.equal(progress.take('progress', { node: 'a', value, max: { toString: '' } }), 0);
    assert.equal(progress.take('progress', { node: 'a', value: 1, max: 2 }), 0.5);
  });

  it('never falls and never leaves 0–1, whatever is said', () => {
    const types = fc.constantFrom('progress', 'progress_state', 'execution_cached', 'executed', 'executing', 'other');
    const data = fc.oneof(
      fc.anything(),
      fc.record({ value: fc.anything(), max: fc.anything(), node: fc.constantFrom('a', 'b', '__proto__', 7) }),
      fc.record({ nodes: fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.anything())) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(types, data)), (messages) => {
        const progress = createPromptProgress(workflow);
        let last = 0;
        for (const [type, said] of messages) {
          const fraction = progress.take(type, said);
          assert.ok(fraction >= last && fraction <= 1, `${fraction} after ${last}`);
          last = fraction;
        }
      }),
    );
  });
});
