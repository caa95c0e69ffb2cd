// Slots are found, typed and filled once; what is no workflow is refused in words; the shipped ones are whole.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { jobSlots } from '../../../src/engines/comfyui/fill-job.js';
import { builtInWorkflows } from '../../../src/engines/comfyui/load-workflows.js';
import { parseWorkflow } from '../../../src/engines/comfyui/workflow-template.js';

const one = (inputs: object) => parseWorkflow('w', JSON.stringify({ 1: { class_type: 'Node', inputs } }));
const filled = (inputs: object, values: Record<string, string | number | boolean> = {}) =>
  one(inputs).fill(values)[1]?.inputs;

describe('a slot', () => {
  it('alone takes the type of its value, within a text it is text', () => {
    const inputs = { a: '{{width}}', b: ' {{ width }} ', c: '{{width}} px', d: ['{{width}}', 0], e: { f: '{{on}}' } };
    const expected = { a: 64, b: 64, c: '64 px', d: [64, 0], e: { f: true } };
    assert.deepEqual(filled(inputs, { width: 64, on: true }), expected);
  });

  it('has a default that looks like what it is', () => {
    const inputs = {
      a: '{{steps=30}}',
      b: '{{cfg=-6.5}}',
      c: '{{name=a b.safetensors}}',
      d: '{{on=true}}',
      e: '{{x=}}',
    };
    assert.deepEqual(filled(inputs), { a: 30, b: -6.5, c: 'a b.safetensors', d: true, e: '' });
    assert.deepEqual(filled({ a: '{{steps=30}}' }, { steps: 4 }), { a: 4 });
  });

  it('that nothing fills is named', () => {
    assert.throws(() => filled({ a: '{{lora}}' }), /workflow w: nothing fills \{\{lora\}\}/);
    assert.throws(() => filled({ a: '{{constructor}}' }), /nothing fills/);
    assert.deepEqual([...one({ a: '{{lora}} {{steps=3}}' }).required], ['lora']);
  });

  it('is never read out of what fills another', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '{{seed}}', '$&', 'a', '\\', '"') }), (prompt) => {
        assert.deepEqual(filled({ a: '{{prompt}}', b: 'x {{prompt}} y' }, { prompt, seed: 1 }), {
          a: prompt,
          b: `x ${prompt} y`,
        });
      }),
    );
  });

  it('leaves the template as it was', () => {
    const template = one({ a: '{{prompt}}', b: { c: '{{prompt}}' } });
    template.fill({ prompt: 'first' });
    assert.deepEqual(template.fill({ prompt: 'second' })[1]?.inputs, { a: 'second', b: { c: 'second' } });
  });
});

describe('what is no workflow', () => {
  for (const [text, message] of [
    ['{', /is not JSON/],
    ['{}', /has no nodes/],
    ['[]', /has no nodes/],
    ['null', /has no nodes/],
    ['{"nodes": [], "links": []}', /format of the editor: export it with/],
    ['{"1": {"inputs": {}}}', /node 1 has no class_type/],
    ['{"1": {"class_type": "A"}}', /node 1 has no class_type or inputs/],
  ] as const) {
    it(`is refused: ${text}`, () => assert.throws(() => parseWorkflow('w', text), message));
  }
});

describe('the workflows that come with Inkling', () => {
  for (const name of builtInWorkflows) {
    it(`${name} is whole: its links lead to nodes, its slots are a job's or have defaults`, async () => {
      const file = new URL(`../../../../assets/workflows/${name}.json`, import.meta.url);
      const template = parseWorkflow(name, await readFile(file, 'utf8'));
      for (const slot of template.required) assert.ok((jobSlots as readonly string[]).includes(slot), slot);
      const values = Object.fromEntries(jobSlots.map((slot) => [slot, 1]));
      const workflow = template.fill(values);
      const links = Object.values(workflow).flatMap((node) => Object.values(node.inputs).filter(Array.isArray));
      assert.ok(links.length > 5);
      for (const [id] of links) assert.ok(workflow[String(id)], `${name}: no node ${id}`);
      const classes = Object.values(workflow).map((node) => node.class_type);
      assert.equal(classes.filter((one) => one === 'SaveImage').length, 1);
      assert.ok(template.slots.has('batch'));
      if (name.includes('-text')) assert.ok(!template.slots.has('image'));
      else assert.ok(template.slots.has('image'));
    });
  }

  it('drive the adapters of Kolors by the fidelities of the request', async () => {
    const read = async (name: string) =>
      parseWorkflow(
        name,
        await readFile(new URL(`../../../../assets/workflows/${name}.json`, import.meta.url), 'utf8'),
      ).fill({ ...Object.fromEntries(jobSlots.map((slot) => [slot, 1])), image_fidelity: 0.3, human_fidelity: 0.8 });
    const subject = await read('kolors-subject');
    assert.equal(subject.guided?.inputs.weight, 0.3);
    const face = await read('kolors-face');
    assert.equal(face.guided?.inputs.weight, 0.3);
    assert.deepEqual([face.face?.inputs.weight, face.face?.inputs.weight_faceidv2], [0.8, 0.8]);
  });
});
