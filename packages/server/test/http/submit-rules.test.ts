// Contract §1 and §2 over real HTTP, one row per rule: which bodies are accepted and as what, which are refused and how.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ImageRequest } from '../../src/core/task.js';
import { goodBody, startServer, type TestServer } from './harness.js';

let server: TestServer;
const closers: (() => unknown)[] = [];
before(async () => {
  server = await startServer({ after: (close) => void closers.push(close as () => unknown) });
});
after(async () => {
  for (const close of closers) await close();
});

const v1 = goodBody;
const v15 = { ...goodBody, model_name: 'kling-v1-5' };
const v2 = { ...goodBody, model_name: 'kling-v2' };
const v21 = { ...goodBody, model_name: 'kling-v2-1' };
const image = 'aGVsbG8=';
const emoji = '🦊';

const accepted: [name: string, body: object, expected: Partial<ImageRequest>][] = [
  ['defaults', v1, { n: 1, aspectRatio: '1:1', width: 1024, height: 1024, resolution: '1k', outputFormat: 'png' }],
  ['default fidelities', v1, { imageFidelity: 0.5, humanFidelity: 0.45, negativePrompt: null, watermark: false }],
  ['one character of prompt', { ...v1, prompt: 'a' }, { prompt: 'a' }],
  ['2500 characters', { ...v1, prompt: '画'.repeat(2500) }, { prompt: '画'.repeat(2500) }],
  ['2500 emoji are 2500 characters', { ...v1, prompt: emoji.repeat(2500) }, { prompt: emoji.repeat(2500) }],
  ['HTML in a prompt stays text', { ...v1, prompt: '<b>&amp;</b>' }, { prompt: '<b>&amp;</b>' }],
  ['NUL in a prompt is dropped', { ...v1, prompt: 'a\0b' }, { prompt: 'ab' }],
  ['half a surrogate pair is replaced', { ...v1, prompt: 'a\ud800b' }, { prompt: 'a\ufffdb' }],
  ['negative_prompt', { ...v1, negative_prompt: 'blurry' }, { negativePrompt: 'blurry' }],
  ['negative_prompt of 2500', { ...v1, negative_prompt: 'x'.repeat(2500) }, { negativePrompt: 'x'.repeat(2500) }],
  ['negative_prompt null', { ...v1, negative_prompt: null }, { negativePrompt: null }],
  ['negative_prompt empty', { ...v1, negative_prompt: '' }, { negativePrompt: null }],
  ['n = 9', { ...v1, n: 9 }, { n: 9 }],
  ['n = 1', { ...v1, n: 1 }, { n: 1 }],
  ['n as a string', { ...v1, n: '2' }, { n: 2 }],
  ['n as a string with blanks', { ...v1, n: ' 2 ' }, { n: 2 }],
  ['n = "3.0"', { ...v1, n: '3.0' }, { n: 3 }],
  ['n null', { ...v1, n: null }, { n: 1 }],
  ['n empty', { ...v1, n: '' }, { n: 1 }],
  ['jpg', { ...v1, output_format: 'jpg' }, { outputFormat: 'jpg' }],
  ['png', { ...v1, output_format: 'png' }, { outputFormat: 'png' }],
  ['output_format empty', { ...v1, output_format: '' }, { outputFormat: 'png' }],
  ['16:9', { ...v1, aspect_ratio: '16:9' }, { width: 1360, height: 768 }],
  ['9:16', { ...v1, aspect_ratio: '9:16' }, { width: 768, height: 1360 }],
  ['1:1', { ...v1, aspect_ratio: '1:1' }, { width: 1024, height: 1024 }],
  ['4:3', { ...v1, aspect_ratio: '4:3' }, { width: 1168, height: 880 }],
  ['3:4', { ...v1, aspect_ratio: '3:4' }, { width: 880, height: 1168 }],
  ['3:2', { ...v1, aspect_ratio: '3:2' }, { width: 1248, height: 832 }],
  ['2:3', { ...v1, aspect_ratio: '2:3' }, { width: 832, height: 1248 }],
  ['21:9 on v2-1', { ...v21, aspect_ratio: '21:9' }, { width: 1552, height: 656 }],
  ['21:9 on v3', { ...v1, model_name: 'kling-v3', aspect_ratio: '21:9' }, { width: 1552, height: 656 }],
  ['aspect_ratio null', { ...v1, aspect_ratio: null }, { aspectRatio: '1:1' }],
  ['1k', { ...v1, resolution: '1k' }, { resolution: '1k' }],
  ['1K', { ...v1, resolution: '1K' }, { resolution: '1k' }],
  ['2k on v2', { ...v2, resolution: '2k' }, { width: 2048, height: 2048 }],
  ['2K on v2', { ...v2, resolution: '2K' }, { resolution: '2k' }],
  ['2k on v2-1', { ...v21, resolution: '2k', aspect_ratio: '21:9' }, { width: 3104, height: 1312 }],
  ['2k on v3', { ...v1, model_name: 'kling-v3', resolution: '2k' }, { resolution: '2k' }],
  ['kling-v2-new', { ...v1, model_name: 'kling-v2-new' }, { model: 'kling-v2-new' }],
  ['kling-v1-5 without image', v15, { model: 'kling-v1-5', imageReference: null }],
  ['image on v1', { ...v1, image }, { imageReference: null }],
  ['image on v2', { ...v2, image }, {}],
  ['image on v2-1', { ...v21, image }, {}],
  ['image null', { ...v1, image: null }, {}],
  ['image empty, with a negative prompt', { ...v1, image: '', negative_prompt: 'x' }, { negativePrompt: 'x' }],
  ['image with an empty negative prompt', { ...v1, image, negative_prompt: '' }, { negativePrompt: null }],
  ['subject on v1-5', { ...v15, image, image_reference: 'subject' }, { imageReference: 'subject' }],
  ['face on v1-5', { ...v15, image, image_reference: 'face' }, { imageReference: 'face' }],
  ['image_reference ignored on v1', { ...v1, image, image_reference: 'subject' }, { imageReference: null }],
  ['image_reference ignored on v1 without image', { ...v1, image_reference: 'face' }, { imageReference: null }],
  ['image_reference empty on v1-5 without image', { ...v15, image_reference: '' }, { imageReference: null }],
  ['image_fidelity 0', { ...v1, image, image_fidelity: 0 }, { imageFidelity: 0 }],
  ['image_fidelity 1', { ...v1, image, image_fidelity: 1 }, { imageFidelity: 1 }],
  ['image_fidelity as a string', { ...v1, image, image_fidelity: '0.25' }, { imageFidelity: 0.25 }],
  ['image_fidelity without image', { ...v1, image_fidelity: 0.7 }, {}],
  ['human_fidelity', { ...v15, image, image_reference: 'face', human_fidelity: 0.9 }, { humanFidelity: 0.9 }],
  ['human_fidelity ".5"', { ...v1, image, human_fidelity: '.5' }, { humanFidelity: 0.5 }],
  ['watermark on', { ...v1, watermark_info: { enabled: true } }, { watermark: true }],
  ['watermark "true"', { ...v1, watermark_info: { enabled: 'true' } }, { watermark: true }],
  ['watermark off', { ...v1, watermark_info: { enabled: false } }, { watermark: false }],
  ['watermark null', { ...v1, watermark_info: null }, { watermark: false }],
  ['watermark empty', { ...v1, watermark_info: '' }, { watermark: false }],
  ['watermark without enabled', { ...v1, watermark_info: {} }, { watermark: false }],
  ['seed 0', { ...v1, seed: 0 }, { seed: 0 }],
  ['largest seed', { ...v1, seed: 4294967295 }, { seed: 4294967295 }],
  ['seed as a string', { ...v1, seed: '42' }, { seed: 42 }],
  ['unknown fields', { ...v1, style: 'x', cfg_scale: { deep: [1] } }, {}],
  ['the old model field', { ...v1, model: 'whatever' }, { model: 'kling-v1' }],
  ['a __proto__ field', JSON.parse('{"model_name":"kling-v1","prompt":"a","__proto__":{"n":9}}'), { n: 1 }],
  ['callback_url', { ...v1, callback_url: 'https://example.com/hook?a=1' }, {}],
  ['callback_url null', { ...v1, callback_url: null }, {}],
];

for (const [name, body, expected] of accepted) {
  test(`accepts: ${name}`, async () => {
    const answer = await server.submit(body);
    assert.equal(answer.status, 200, answer.text);
    const { request } = server.tasks.inputs.at(-1) ?? assert.fail('nothing was submitted');
    for (const [field, value] of Object.entries(expected))
      assert.deepEqual(request[field as keyof ImageRequest], value);
    assert.ok(Number.isInteger(request.seed) && request.seed >= 0 && request.seed < 2 ** 32);
  });
}

const ratios = '16:9, 9:16, 1:1, 4:3, 3:4, 3:2, 2:3';
const models = 'kling-v1, kling-v1-5, kling-v2, kling-v2-new, kling-v2-1, kling-v3';
const long = 'x'.repeat(2501);
const cut = `${'x'.repeat(80)}…`;

const refused: [name: string, body: unknown, status: number, code: number, message: string | RegExp][] = [
  ['no body', '', 400, 1200, /empty/],
  ['not JSON', '{"prompt":', 400, 1200, 'Request body is not valid JSON'],
  ['text after the object', '{} {}', 400, 1200, /not valid JSON/],
  ['an array', '[]', 400, 1200, 'Request body is an array, a JSON object is expected'],
  ['a string', '"hello"', 400, 1200, 'Request body is a string, a JSON object is expected'],
  ['a number', '7', 400, 1200, /a number/],
  ['null', 'null', 400, 1200, /is null/],
  ['a form', 'model_name=kling-v1&prompt=fox', 400, 1200, /not valid JSON/],
  ['UTF-16', Buffer.from('{"prompt":"a"}', 'utf16le'), 400, 1200, /not valid JSON/],
  ['no model_name', { prompt: 'a' }, 400, 1201, 'model_name is required'],
  ['model_name null', { ...v1, model_name: null }, 400, 1201, 'model_name is required'],
  ['model_name empty', { ...v1, model_name: '' }, 400, 1201, 'model_name is required'],
  ['model_name first', {}, 400, 1201, 'model_name is required'],
  [
    'unknown model',
    { ...v1, model_name: 'sdxl' },
    404,
    1203,
    `model_name value 'sdxl' is invalid, allowed values: ${models}`,
  ],
  ['a model is not searched on Object', { ...v1, model_name: 'constructor' }, 404, 1203, /'constructor'/],
  ['unknown model before a bad n', { ...v1, model_name: 'sdxl', n: 99 }, 404, 1203, /model_name/],
  [
    'model_name a number',
    { ...v1, model_name: 5 },
    400,
    1201,
    `model_name value '5' is invalid, allowed values: ${models}`,
  ],
  ['model_name is case-sensitive', { ...v1, model_name: 'KLING-V1' }, 404, 1203, /KLING-V1/],
  ['no prompt', { model_name: 'kling-v1' }, 400, 1201, 'prompt is required'],
  ['prompt null', { ...v1, prompt: null }, 400, 1201, 'prompt is required'],
  ['prompt empty', { ...v1, prompt: '' }, 400, 1201, 'prompt is required'],
  [
    'prompt of 2501',
    { ...v1, prompt: long },
    400,
    1201,
    `prompt value '${cut}' is invalid, allowed: a string of 1 to 2500 characters`,
  ],
  ['prompt of 2501 emoji', { ...v1, prompt: emoji.repeat(2501) }, 400, 1201, /^prompt value '(🦊){80}…'/u],
  ['prompt of a million', { ...v1, prompt: 'x'.repeat(1e6) }, 400, 1201, /^prompt value/],
  ['prompt a number', { ...v1, prompt: 5 }, 400, 1201, /^prompt value '5' is invalid/],
  [
    'prompt an object',
    { ...v1, prompt: { text: 'a' } },
    400,
    1201,
    `prompt value '{"text":"a"}' is invalid, allowed: a string of 1 to 2500 characters`,
  ],
  ['prompt an array', { ...v1, prompt: ['a'] }, 400, 1201, /^prompt value '\["a"\]'/],
  ['prompt true', { ...v1, prompt: true }, 400, 1201, /^prompt value 'true'/],
  ['negative_prompt of 2501', { ...v1, negative_prompt: long }, 400, 1201, /^negative_prompt value/],
  ['negative_prompt a number', { ...v1, negative_prompt: 1 }, 400, 1201, /^negative_prompt value '1'/],
  [
    'negative_prompt with image',
    { ...v1, image, negative_prompt: 'x' },
    400,
    1201,
    "negative_prompt is not supported together with 'image'",
  ],
  ['n = 0', { ...v1, n: 0 }, 400, 1201, "n value '0' is invalid, allowed: integers from 1 to 9"],
  ['n = 10', { ...v1, n: 10 }, 400, 1201, "n value '10' is invalid, allowed: integers from 1 to 9"],
  ['n = -1', { ...v1, n: -1 }, 400, 1201, /^n value '-1'/],
  ['n = 1.5', { ...v1, n: 1.5 }, 400, 1201, /^n value '1.5'/],
  ['n = 1e9', { ...v1, n: 1e9 }, 400, 1201, /^n value '1000000000'/],
  ['n = "10"', { ...v1, n: '10' }, 400, 1201, /^n value '10'/],
  ['n = "two"', { ...v1, n: 'two' }, 400, 1201, /^n value 'two'/],
  ['n = "0x2"', { ...v1, n: '0x2' }, 400, 1201, /^n value '0x2'/],
  ['n = "1e999"', { ...v1, n: '1e999' }, 400, 1201, /^n value/],
  ['n true', { ...v1, n: true }, 400, 1201, /^n value 'true'/],
  ['n array', { ...v1, n: [1] }, 400, 1201, /^n value '\[1\]'/],
  [
    'output_format webp',
    { ...v1, output_format: 'webp' },
    400,
    1201,
    "output_format value 'webp' is invalid, allowed values: png, jpg",
  ],
  ['output_format a number', { ...v1, output_format: 1 }, 400, 1201, /^output_format value '1'/],
  [
    'aspect_ratio 4:5',
    { ...v1, aspect_ratio: '4:5' },
    400,
    1201,
    `aspect_ratio value '4:5' is invalid, allowed values: ${ratios}`,
  ],
  [
    'aspect_ratio 21:9 on v1',
    { ...v1, aspect_ratio: '21:9' },
    400,
    1201,
    `aspect_ratio value '21:9' is invalid, allowed values: ${ratios}`,
  ],
  ['aspect_ratio 21:9 on v2', { ...v2, aspect_ratio: '21:9' }, 400, 1201, /21:9/],
  ['aspect_ratio on v2-1 names 21:9', { ...v21, aspect_ratio: '1:9' }, 400, 1201, /allowed values: .*2:3, 21:9$/],
  ['aspect_ratio a number', { ...v1, aspect_ratio: 1 }, 400, 1201, /^aspect_ratio value '1'/],
  ['aspect_ratio constructor', { ...v1, aspect_ratio: 'constructor' }, 400, 1201, /^aspect_ratio/],
  [
    'a long value is cut',
    { ...v1, aspect_ratio: long },
    400,
    1201,
    `aspect_ratio value '${cut}' is invalid, allowed values: ${ratios}`,
  ],
  ['control characters are not echoed', { ...v1, aspect_ratio: 'a\r\nb' }, 400, 1201, /^aspect_ratio value 'a {2}b'/],
  ['resolution 4k', { ...v2, resolution: '4k' }, 400, 1201, "resolution value '4k' is invalid, allowed values: 1k, 2k"],
  [
    'resolution 2k on v1',
    { ...v1, resolution: '2k' },
    400,
    1201,
    "resolution value '2k' is invalid, allowed values: 1k",
  ],
  ['resolution 2k on v1-5', { ...v15, resolution: '2k' }, 400, 1201, /^resolution/],
  ['resolution 2k on v2-new', { ...v1, model_name: 'kling-v2-new', resolution: '2k' }, 400, 1201, /^resolution/],
  ['resolution a number', { ...v1, resolution: 1 }, 400, 1201, /^resolution value '1'/],
  [
    'image_reference hand',
    { ...v15, image, image_reference: 'hand' },
    400,
    1201,
    "image_reference value 'hand' is invalid, allowed values: subject, face",
  ],
  ['image without image_reference on v1-5', { ...v15, image }, 400, 1201, /^image_reference is required/],
  [
    'image with image_reference null on v1-5',
    { ...v15, image, image_reference: null },
    400,
    1201,
    /^image_reference is required/,
  ],
  [
    'image_reference without image on v1-5',
    { ...v15, image_reference: 'face' },
    400,
    1201,
    /^image_reference is only valid/,
  ],
  [
    'image_fidelity 1.01',
    { ...v1, image, image_fidelity: 1.01 },
    400,
    1201,
    "image_fidelity value '1.01' is invalid, allowed: numbers from 0 to 1",
  ],
  ['image_fidelity -0.1', { ...v1, image, image_fidelity: -0.1 }, 400, 1201, /^image_fidelity value '-0.1'/],
  ['image_fidelity "high"', { ...v1, image, image_fidelity: 'high' }, 400, 1201, /^image_fidelity value 'high'/],
  ['human_fidelity 2', { ...v1, image, human_fidelity: 2 }, 400, 1201, /^human_fidelity value '2'/],
  ['image a number', { ...v1, image: 5 }, 400, 1201, "image value '5' is invalid, allowed: a string"],
  ['image an object', { ...v1, image: { url: 'x' } }, 400, 1201, /^image value/],
  [
    'image with a data prefix',
    { ...v1, image: `data:image/png;base64,${image}` },
    400,
    1201,
    "image: File is not in a valid base64 format: send only what follows 'base64,'",
  ],
  [
    'image with a DATA prefix',
    { ...v1, image: ` DATA:image/png;base64,${image}` },
    400,
    1201,
    /^image: File is not in a valid base64/,
  ],
  ['image ftp', { ...v1, image: 'ftp://example.com/a.png' }, 400, 1201, /^image value 'ftp:/],
  ['image file', { ...v1, image: 'file:///etc/passwd' }, 400, 1201, /^image value 'file:/],
  ['image javascript', { ...v1, image: 'javascript:alert(1)' }, 400, 1201, /^image value/],
  ['image url broken', { ...v1, image: 'http://' }, 400, 1201, /^image value 'http:/],
  ['image url too long', { ...v1, image: `http://example.com/${long}` }, 400, 1201, /^image value/],
  ['image refused by its content', { ...v1, image: 'bad' }, 400, 1201, 'image: File is not in a valid base64 format'],
  [
    'image url refused by its content',
    { ...v1, image: 'https://example.com/bad' },
    400,
    1201,
    'image: no picture there',
  ],
  ['image url into a private network', { ...v1, image: 'http://private.example/a.png' }, 400, 1300, /^image: /],
  ['parameters before image', { ...v1, image: 'bad', n: 99 }, 400, 1201, /^n value/],
  [
    'callback_url no url',
    { ...v1, callback_url: 'example.com' },
    400,
    1201,
    "callback_url value 'example.com' is invalid, allowed: an http or https URL of at most 2048 characters",
  ],
  ['callback_url ftp', { ...v1, callback_url: 'ftp://example.com' }, 400, 1201, /^callback_url value/],
  ['callback_url too long', { ...v1, callback_url: `https://example.com/${long}` }, 400, 1201, /^callback_url value/],
  ['callback_url a number', { ...v1, callback_url: 7 }, 400, 1201, /^callback_url value '7'/],
  [
    'callback_url into a private network',
    { ...v1, callback_url: 'http://private.example/' },
    400,
    1300,
    /^callback_url: /,
  ],
  [
    'external_task_id of 256',
    { ...v1, external_task_id: 'x'.repeat(256) },
    400,
    1201,
    /^external_task_id value 'x{80}…'/,
  ],
  ['external_task_id a number', { ...v1, external_task_id: 12 }, 400, 1201, /^external_task_id value '12'/],
  ['external_task_id with a NUL', { ...v1, external_task_id: 'a\0b' }, 400, 1201, /^external_task_id value 'a b'/],
  [
    'watermark_info a string',
    { ...v1, watermark_info: 'yes' },
    400,
    1201,
    "watermark_info value 'yes' is invalid, allowed: an object with enabled",
  ],
  ['watermark_info an array', { ...v1, watermark_info: [] }, 400, 1201, /^watermark_info value '\[\]'/],
  [
    'watermark_info.enabled a number',
    { ...v1, watermark_info: { enabled: 1 } },
    400,
    1201,
    "watermark_info.enabled value '1' is invalid, allowed: true or false",
  ],
  ['seed -1', { ...v1, seed: -1 }, 400, 1201, "seed value '-1' is invalid, allowed: integers from 0 to 4294967295"],
  ['seed 2^32', { ...v1, seed: 4294967296 }, 400, 1201, /^seed value '4294967296'/],
  ['seed 0.5', { ...v1, seed: 0.5 }, 400, 1201, /^seed value '0.5'/],
  ['seed a word', { ...v1, seed: 'random' }, 400, 1201, /^seed value 'random'/],
];

for (const [name, body, status, code, message] of refused) {
  test(`refuses: ${name}`, async () => {
    const before = server.tasks.inputs.length;
    const answer = await server.submit(body);
    assert.equal(answer.status, status, answer.text);
    assert.deepEqual(Object.keys(answer.json).sort(), ['code', 'message', 'request_id']);
    assert.equal(answer.json.code, code);
    if (typeof message === 'string') assert.equal(answer.json.message, message);
    else assert.match(String(answer.json.message), message);
    assert.equal(answer.json.request_id, answer.headers['x-request-id']);
    assert.equal(server.tasks.inputs.length, before);
    assert.deepEqual(
      [...server.storage.objects.keys()].filter((key) => !server.tasks.rows.has(key.split('/')[1] ?? '')),
      [],
    );
  });
}
