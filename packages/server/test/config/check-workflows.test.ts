// A model of a ComfyUI engine has a workflow for everything it says it can, and every workflow is some model's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crossCheck } from '../../src/config/cross-check.js';
import { checkConfiguration } from '../../src/config/file-check.js';
import { formatPath, parseConfiguration } from '../../src/config/file-reader.js';
import { createModelCatalogue } from '../../src/config/model-catalogue.js';

/** `where: message` of each fault in a file with these workflows and models. */
function faultsOf(workflows: object, models: Record<string, object>): string[] {
  const engines = { gpu: { type: 'comfyui', servers: ['http://10.0.0.5:8188'], workflows } };
  const bound = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, { engine: 'gpu', ...model }]));
  const text = parseConfiguration(JSON.stringify({ engines, models: bound }), 'c.jsonc', {});
  const { file, faults } = checkConfiguration(text);
  if (faults.length > 0) return faults.map(({ where, message }) => `${where}: ${message}`);
  const names = createModelCatalogue(file.models).names;
  return crossCheck(file, names, formatPath).map(({ where, message }) => `${where}: ${message}`);
}

describe('workflows', () => {
  it('are enough when there is one for prompts and one for pictures', () => {
    assert.deepEqual(faultsOf({ sdxl: { text: 'sdxl-text', image: 'sdxl-image' } }, { sdxl: {} }), []);
  });

  it('are found by what the engine calls the model', () => {
    const workflows = { base: { text: 'a.json', image: 'b.json' } };
    assert.deepEqual(
      faultsOf(workflows, { 'kling-v2': { upstreamModel: 'base' }, other: { upstreamModel: 'base' } }),
      [],
    );
  });

  it('may be left out where the model does without', () => {
    assert.deepEqual(faultsOf({ a: { text: 'a.json' } }, { a: { referenceUses: [] } }), []);
    assert.deepEqual(faultsOf({ a: { image: 'a.json' } }, { a: { textToImage: false } }), []);
  });

  it('that are missing are named, with the way out', () => {
    assert.deepEqual(faultsOf({}, { sdxl: {} }), [
      "engines.gpu.workflows.sdxl.text: is missing: model 'sdxl' paints from a prompt (else set its textToImage to false)",
      "engines.gpu.workflows.sdxl.image: is missing: model 'sdxl' takes reference pictures (else set its referenceUses to [])",
    ]);
    // kling-v1-5 knows subjects and faces; a workflow for subjects serves faces too.
    assert.deepEqual(faultsOf({ 'kling-v1-5': { text: 'a', subject: 'b' } }, { 'kling-v1-5': {} }), []);
    const faults = faultsOf({ 'kling-v1-5': { text: 'a', face: 'b' } }, { 'kling-v1-5': {} });
    assert.deepEqual(
      faults.map((fault) => fault.slice(0, fault.indexOf(':'))),
      ['engines.gpu.workflows["kling-v1-5"].subject'.replace('["kling-v1-5"]', '.kling-v1-5')],
    );
  });

  it('of nobody are named, with what was meant', () => {
    const [fault] = faultsOf({ sdxl: { text: 'a', image: 'b' }, sdlx: { text: 'a' } }, { sdxl: {} });
    assert.match(fault ?? '', /^engines\.gpu\.workflows\.sdlx: no model of this engine is called so.*sdxl/);
  });

  it('have values for slots, and no other keys', () => {
    const good = { sdxl: { text: 'a', image: 'b', values: { steps: 30, checkpoint: 'x', upscale: true } } };
    assert.deepEqual(faultsOf(good, { sdxl: {} }), []);
    assert.match(faultsOf({ sdxl: { txt: 'a' } }, { sdxl: {} })[0] ?? '', /unknown key/);
    assert.match(faultsOf({ sdxl: { text: 'a', values: { 'no name': 1 } } }, { sdxl: {} })[0] ?? '', /name of a slot/);
    assert.match(faultsOf({ sdxl: { text: 'a', values: { steps: [1] } } }, { sdxl: {} })[0] ?? '', /values\.steps/);
  });
});
