// Names in the configuration file that must exist or be unique.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crossCheck } from '../../src/config/cross-check.js';
import { checkConfiguration } from '../../src/config/file-check.js';
import { formatPath, parseConfiguration } from '../../src/config/file-reader.js';
import { createModelCatalogue } from '../../src/config/model-catalogue.js';

/** The faults of a file that is right in itself. */
function faultsOf(value: unknown): string[] {
  const { file, faults } = checkConfiguration(parseConfiguration(JSON.stringify(value), 'c.jsonc', {}));
  assert.deepEqual(faults, []);
  const found = crossCheck(file, createModelCatalogue(file.models).names, formatPath);
  return found.map((fault) => `${fault.where}: ${fault.message}`);
}

describe('crossCheck', () => {
  it('has nothing against names that exist', () => {
    const engines = {
      sleeper: { type: 'sleep' },
      far: { type: 'openai', baseUrl: 'http://a' },
      illustrator: { type: 'illustrator' },
    };
    const models = {
      'kling-v1': { engine: 'illustrator' },
      slow: { engine: 'sleeper' },
      far: { engine: 'far', upstreamModel: 'sdxl', referenceUses: [] },
    };
    const accounts = [
      {
        id: 'a',
        keys: [{ key: 'sk-1', models: ['slow', 'kling-v3'] }, { key: 'sk-2' }],
        accessKey: 'x',
        secretKey: 's',
      },
      { id: 'b', accessKey: 'y', secretKey: 's' },
    ];
    assert.deepEqual(faultsOf({ engines, models, accounts }), []);
  });

  it('wants the engine of a model', () => {
    assert.deepEqual(faultsOf({ engines: { sleeper: { type: 'sleep' } }, models: { m: { engine: 'sleepr' } } }), [
      "models.m.engine: there is no such engine (did you mean 'sleeper'?)",
    ]);
    assert.deepEqual(faultsOf({ models: { m: { engine: 'constructor' } } }), [
      'models.m.engine: there is no such engine',
    ]);
  });

  it('refuses an upstream model for an engine that paints by itself', () => {
    const upstream = { upstreamModel: 'x' };
    assert.deepEqual(
      faultsOf({ engines: { s: { type: 'sleep' } }, models: { a: upstream, b: { ...upstream, engine: 's' } } }),
      [
        'models.a.upstreamModel: means nothing to an engine that paints by itself',
        'models.b.upstreamModel: means nothing to an engine that paints by itself',
      ],
    );
  });

  it('refuses a model that can do nothing', () => {
    assert.deepEqual(faultsOf({ models: { m: { textToImage: false, referenceUses: [] } } }), [
      'models.m: paints neither from a prompt nor from a reference picture',
    ]);
  });

  it("keeps the illustrator's name for the illustrator", () => {
    assert.deepEqual(faultsOf({ engines: { illustrator: { type: 'sleep' } } }), [
      "engines.illustrator: is the name of the built-in engine: its type can only be 'illustrator'",
    ]);
  });

  it('wants account ids, keys, access keys and packs to be unique', () => {
    const pack = { id: 'p', name: 'n', quantity: 1, effectiveAt: 1_760_000_000_000, expiresAt: 1_790_000_000_000 };
    const account = { id: 'a', keys: [{ key: 'sk-1' }], accessKey: 'x', secretKey: 's', packs: [pack, pack] };
    assert.deepEqual(faultsOf({ accounts: [account, { ...account, packs: [pack] }] }), [
      'accounts[0].packs[1].id: this pack id is used twice',
      'accounts[1].id: this account id is used twice',
      'accounts[1].accessKey: this access key is used twice',
      'accounts[1].keys[0].key: this key is used twice',
    ]);
  });

  it('wants the models of a key to exist', () => {
    assert.deepEqual(
      faultsOf({ accounts: [{ id: 'a', keys: [{ key: 'sk-1', models: ['kling-v1', 'kling-v33'] }] }] }),
      ["accounts[0].keys[0].models[1]: there is no such model (did you mean 'kling-v3'?)"],
    );
  });
});
