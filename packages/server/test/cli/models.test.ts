// `inkling models`: a running server's, another gateway's, and those of the configuration when nobody answers.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { listModels, type ModelsOptions } from '../../src/cli/models/models.js';
import { createFakeWorld } from './support/fake-world.js';
import { type KlingPeer, sendJson, startKlingPeer, success } from './support/kling-peer.js';

const peers: KlingPeer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

const models = [
  {
    model_name: 'kling-v1',
    engine: 'illustrator',
    image_to_image: ['whole'],
    aspect_ratios: ['1:1', '16:9'],
    resolutions: ['1k'],
    max_n: 9,
    units_per_image: 1,
  },
  { model_name: 'bare\u001b[2J' },
  'not a model',
];

async function serve(status: number, data: unknown): Promise<string> {
  const peer = await startKlingPeer((request, response) => {
    assert.equal(request.path, '/kling/v1/models');
    if (status === 200) sendJson(response, 200, success(data));
    else sendJson(response, status, { code: 1203, message: 'no', request_id: 'r' });
  });
  peers.push(peer);
  return peer.origin;
}

async function run(options: ModelsOptions, env: Record<string, string> = {}) {
  const world = createFakeWorld({ env });
  return { code: await listModels(options, { world }), output: world.output(), errors: world.errors() };
}

describe('inkling models', () => {
  it('shows what each can do', async () => {
    const { code, output } = await run({ baseUrl: await serve(200, models), key: 'k' });
    assert.equal(code, 0);
    const [heads, first, second, ...rest] = output.trimEnd().split('\n');
    assert.match(heads ?? '', /^MODEL +ENGINE +REFERENCE PICTURE +SIZE +N +UNITS +RATIOS$/);
    assert.match(first ?? '', /^kling-v1 +illustrator +whole +1k +1–9 +1 +1:1 16:9$/);
    assert.match(second ?? '', /^bare \[2J +\? +-/, 'what a gateway says cannot drive the terminal');
    assert.deepEqual(rest, []);
  });

  it('prints the list as it is', async () => {
    const { output } = await run({ baseUrl: await serve(200, models), key: 'k', json: true });
    assert.deepEqual(JSON.parse(output), models);
  });

  it('says what a gateway without a list is', async () => {
    const baseUrl = await serve(404, undefined);
    await assert.rejects(run({ baseUrl, key: 'k' }), (error: unknown) => {
      assert.ok(error instanceof CommandFailure);
      assert.equal(error.message, `${baseUrl} has no list of models`);
      return true;
    });
  });

  it('shows those of the configuration where no server runs', async () => {
    // Nothing listens on port 9 (discard) of any machine these tests have met.
    const { output, errors } = await run({}, { INKLING_URL: 'http://127.0.0.1:9' });
    assert.match(output, /^kling-v1-5 +illustrator +subject, face/m);
    assert.match(
      errors,
      /No server answers at http:\/\/127\.0\.0\.1:9: these are the models of the configuration here/,
    );
  });
});
