// One Inkling paints for another through OpenAI's API: a real server on both ends of the `openai` engine.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { permanentKey, type RunningService, sleepingModels, startTestService } from './running-service.js';

let painter: RunningService;
let front: RunningService;
before(async () => {
  painter = await startTestService({ ...sleepingModels, policy: { blockedTerms: ['unicorn'] } });
  front = await startTestService({
    engines: { painter: { type: 'openai', baseUrl: `${painter.url}/openai/v1`, apiKey: permanentKey } },
    models: {
      relayed: { engine: 'painter', upstreamModel: 'kling-v2' },
      nowhere: { engine: 'painter', upstreamModel: 'nope' },
      slow: { engine: 'painter' },
    },
  });
});
after(async () => {
  await front.close();
  await painter.close();
});

interface TaskData {
  task_id: string;
  task_status: string;
  task_status_msg: string;
  task_result?: { images: { url: string }[] };
}
const submit = async (body: object, headers: object = { prefer: 'wait=60' }) => {
  const answer = await front.call('/v1/images/generations', {
    body: { model_name: 'relayed', prompt: 'a fox', ...body },
    headers,
  });
  return answer.json.data as TaskData;
};

describe('a task painted by another Inkling', () => {
  it('succeeds with pictures of the right size, in one request to the other', async () => {
    const task = await submit({ n: 3, aspect_ratio: '3:2', output_format: 'jpg' });
    assert.equal(task.task_status, 'succeed', task.task_status_msg);
    assert.equal(task.task_result?.images.length, 3);
    for (const { url } of task.task_result?.images ?? []) {
      const { width, height, format } = await sharp(Buffer.from(await (await fetch(url)).arrayBuffer())).metadata();
      assert.deepEqual([width, height, format], [1248, 832, 'jpeg']);
    }
    const theirs = await painter.service.store.tasks.list('default', 0, 10);
    assert.deepEqual(
      theirs.map(({ request }) => [request.n, request.aspectRatio, request.model]),
      [[3, '3:2', 'kling-v2']],
    );
  });

  it('brings its reference along', async () => {
    const image = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const task = await submit({ image: image.toString('base64'), image_fidelity: 0.9 });
    assert.equal(task.task_status, 'succeed', task.task_status_msg);
    const [theirs] = await painter.service.store.tasks.list('default', 0, 1);
    assert.equal(theirs?.reference?.kind, 'stored');
    assert.equal(theirs?.request.imageFidelity, 0.9);
  });

  it('fails with their policy in our words, at once', async () => {
    const task = await submit({ prompt: 'a unicorn' });
    assert.equal(task.task_status, 'failed');
    assert.match(task.task_status_msg, /^Failure to pass the risk control system: the model that paints refused/);
  });

  it('goes on there when it is cancelled here: it carries a key to come back with', { timeout: 60_000 }, async () => {
    const { onChanged } = painter.service.store.events;
    const there = new Promise<string>((resolve) => {
      const stop = onChanged((id) => {
        stop();
        resolve(id);
      });
    });
    const { task_id } = await submit({ model_name: 'slow' }, {});
    const theirId = await there;
    await front.call(`/v1/images/generations/${task_id}/cancel`, { method: 'POST' });
    const theirs = await painter.service.store.tasks.find('default', theirId);
    assert.notEqual(theirs?.status, 'failed');
    await painter.call(`/v1/images/generations/${theirId}/cancel`, { method: 'POST' });
  });

  it('is what the doctor hears of', async () => {
    const engine = await front.service.engines.get('painter');
    assert.match(await engine.check(), /answers and has \d+ models: kling-v1/);
  });
});
