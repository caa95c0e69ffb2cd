// The body that the options of `inkling generate` make.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { exitCodes } from '../../src/cli/exit-code.js';
import { buildRequestBody, type GenerateOptions } from '../../src/cli/generate/request-body.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-body-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('buildRequestBody', () => {
  it('sends nothing that was not asked for', async () => {
    assert.deepEqual(await buildRequestBody('a fox', {}), { model_name: 'kling-v1', prompt: 'a fox' });
  });

  it('sends every option under its wire name', async () => {
    const options: GenerateOptions = {
      output: 'x.png',
      model: 'kling-v2',
      negative: 'rain',
      image: 'https://example.com/a.png',
      imageReference: 'face',
      imageFidelity: '0.25',
      humanFidelity: '1',
      ratio: '16:9',
      resolution: '2k',
      format: 'jpg',
      number: '3',
      seed: '0',
      watermark: true,
    };
    assert.deepEqual(await buildRequestBody('狐狸', options), {
      model_name: 'kling-v2',
      prompt: '狐狸',
      negative_prompt: 'rain',
      image: 'https://example.com/a.png',
      image_reference: 'face',
      image_fidelity: 0.25,
      human_fidelity: 1,
      output_format: 'jpg',
      n: 3,
      aspect_ratio: '16:9',
      resolution: '2k',
      seed: 0,
      watermark_info: { enabled: true },
    });
  });

  it('takes the model that knows image_reference when that is given', async () => {
    assert.equal((await buildRequestBody('x', { imageReference: 'subject' })).model_name, 'kling-v1-5');
  });

  for (const [output, format] of [
    ['a.png', 'png'],
    ['a.JPG', 'jpg'],
    ['b/a.jpeg', 'jpg'],
    ['a.webp', undefined],
    ['png', undefined],
  ] as const) {
    it(`takes the format of ${output}`, async () => {
      assert.equal((await buildRequestBody('x', { output })).output_format, format);
    });
  }

  it('lets --format win over the name of the file', async () => {
    assert.equal((await buildRequestBody('x', { output: 'a.png', format: 'jpg' })).output_format, 'jpg');
  });

  it('sends a file as bare base64', async () => {
    const file = join(folder, 'reference.bin');
    writeFileSync(file, Buffer.from([0, 255, 10, 13]));
    assert.equal((await buildRequestBody('x', { image: file })).image, 'AP8KDQ==');
  });

  it('says why a file cannot be sent', async () => {
    await assert.rejects(
      buildRequestBody('x', { image: join(folder, 'gone.png') }),
      /cannot be read: there is no such file/,
    );
    await assert.rejects(buildRequestBody('x', { image: folder }), /cannot be read: it is a folder/);
    const large = join(folder, 'large.png');
    writeFileSync(large, Buffer.alloc(17 * 1024 * 1024));
    await assert.rejects(buildRequestBody('x', { image: large }), /is too large/);
  });

  for (const [option, name] of [
    ['number', '--number'],
    ['seed', '--seed'],
    ['imageFidelity', '--image-fidelity'],
    ['humanFidelity', '--human-fidelity'],
  ] as const) {
    for (const text of ['many', '', ' ', 'Infinity', '1,5']) {
      it(`refuses ${name} '${text}' as asked wrongly`, async () => {
        await assert.rejects(buildRequestBody('x', { [option]: text }), (error: unknown) => {
          assert.ok(error instanceof CommandFailure);
          assert.equal(error.exitCode, exitCodes.usage);
          assert.ok(error.message.startsWith(name));
          return true;
        });
      });
    }
  }

  it('leaves ranges to the service, which knows each model', async () => {
    assert.equal((await buildRequestBody('x', { number: '99', ratio: '5:4' })).n, 99);
  });
});
