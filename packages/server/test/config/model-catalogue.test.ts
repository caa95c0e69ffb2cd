// The models on offer: the built-in ones, changed and added to.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createModelCatalogue } from '../../src/config/model-catalogue.js';
import { builtInModels } from '../../src/core/model.js';

describe('the model catalogue', () => {
  it('offers the built-in models without any configuration', () => {
    const catalogue = createModelCatalogue({});
    assert.deepEqual(catalogue.list(), builtInModels);
    assert.deepEqual(catalogue.names, ['kling-v1', 'kling-v1-5', 'kling-v2', 'kling-v2-new', 'kling-v2-1', 'kling-v3']);
    for (const model of builtInModels) assert.deepEqual(catalogue.find(model.name), model);
  });

  it('knows no others', () => {
    const catalogue = createModelCatalogue({});
    for (const name of ['', 'kling', 'KLING-V1', 'constructor', '__proto__', 'toString']) {
      assert.equal(catalogue.find(name), undefined, name);
    }
  });

  it('binds a built-in model to another engine and keeps what it can do', () => {
    const model = createModelCatalogue({ 'kling-v1-5': { engine: 'sleeper', unitsPerImage: 4 } }).find('kling-v1-5');
    const builtIn = builtInModels.find((candidate) => candidate.name === 'kling-v1-5');
    assert.deepEqual(model, { ...builtIn, engine: 'sleeper', unitsPerImage: 4 });
    assert.equal(model?.needsImageReference, true);
  });

  it('keeps the place of a built-in model that is changed', () => {
    assert.deepEqual(createModelCatalogue({ 'kling-v2': { engine: 'x' }, mine: { engine: 'x' } }).names, [
      'kling-v1',
      'kling-v1-5',
      'kling-v2',
      'kling-v2-new',
      'kling-v2-1',
      'kling-v3',
      'mine',
    ]);
  });

  it('gives a new model sensible abilities', () => {
    assert.deepEqual(createModelCatalogue({ mine: { engine: 'illustrator' } }).find('mine'), {
      name: 'mine',
      engine: 'illustrator',
      textToImage: true,
      referenceUses: ['whole'],
      needsImageReference: false,
      aspectRatios: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3'],
      resolutions: ['1k'],
      maxN: 9,
      unitsPerImage: 1,
    });
  });

  it('takes every ability from the declaration', () => {
    const declaration = {
      engine: 'far',
      unitsPerImage: 0.5,
      textToImage: false,
      referenceUses: ['subject' as const],
      aspectRatios: ['21:9'],
      resolutions: ['1k' as const, '2k' as const],
      maxN: 1,
    };
    assert.deepEqual(createModelCatalogue({ mine: declaration }).find('mine'), {
      name: 'mine',
      needsImageReference: false,
      ...declaration,
    });
  });

  it('asks which use is meant only where a model has both', () => {
    const uses = (referenceUses: ('whole' | 'subject' | 'face')[]) =>
      createModelCatalogue({ mine: { engine: 'far', referenceUses } }).find('mine')?.needsImageReference;
    assert.equal(uses(['subject', 'face']), true);
    assert.equal(uses(['subject']), false);
    assert.equal(uses(['whole', 'face']), false);
    assert.equal(uses([]), false);
  });
});
