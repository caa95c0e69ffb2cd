// A ComfyUI of the tests' own: the routes, shapes and messages of a real one (0.3.64, recorded 2026-11-27), and nodes that
// take as many steps as a test lets them. It works on one prompt at a time, as ComfyUI does.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { type WebSocket, WebSocketServer } from 'ws';

type Nodes = Record<string, { class_type: string; inputs: Record<string, unknown> }>;
interface Queued {
  number: number;
  id: string;
  nodes: Nodes;
  clientId: string;
}

/** What `/object_info` knows, as far as the engine asks. */
const nodeInfo: Record<string, Record<string, unknown>> = {
  CheckpointLoaderSimple: { ckpt_name: [['sd_xl_base_1.0.safetensors', 'other.safetensors'], { tooltip: 'x' }] },
  CLIPTextEncode: { text: ['STRING', { multiline: true }], clip: ['CLIP'] },
  EmptyLatentImage: { width: ['INT'], height: ['INT'], batch_size: ['INT'] },
  KSampler: { sampler_name: ['COMBO', { options: ['euler', 'dpmpp_2m'] }], scheduler: [['normal', 'karras']] },
  VAEDecode: {},
  VAEEncode: {},
  SaveImage: { filename_prefix: ['STRING'] },
  LoadImage: { image: [['example.png'], { image_upload: true }] },
  ImageScale: { upscale_method: [['lanczos', 'area']], crop: [['disabled', 'center']] },
  RepeatLatentBatch: { amount: ['INT'] },
};

export interface ComfyUiPeer {
  readonly url: string;
  /** Prompts that were queued, whatever became of them. */
  readonly submitted: Queued[];
  readonly uploads: { name: string; bytes: Buffer }[];
  /** Ids that were interrupted while they ran, and ids that were taken out of the queue. */
  readonly interrupted: string[];
  readonly deleted: string[];
  /** Paths that were asked for. */
  readonly paths: string[];
  /** Prompts it would work on by itself take this many steps; `hold()` makes them wait for `release()`. */
  hold(): void;
  release(): void;
  /** Resolves when the `count`-th prompt has begun to run. */
  running(count: number): Promise<void>;
  /** Forgets queue and history, as a restart does. */
  restart(): void;
  /** Makes prompts whose text holds this word fail. */
  failOn(word: string): void;
  /** What is answered instead, by path; null: the socket is cut. */
  instead: Map<string, { status: number; json?: unknown } | null>;
  /** Older servers give prompts ids of their own. */
  ignoreIds: boolean;
  close(): Promise<void>;
}

/** Starts one. `steps`: what a KSampler without `steps` takes. */
export async function startComfyUiPeer(options: { nodes?: readonly string[] } = {}): Promise<ComfyUiPeer> {
  const known = options.nodes ?? Object.keys(nodeInfo);
  const sockets = new Map<string, WebSocket>();
  let queue: Queued[] = [];
  let current: Queued | undefined;
  let interruptWanted = false;
  let history: Record<string, unknown> = {};
  let held: { promise: Promise<void>; resolve: () => void } | undefined;
  let begun = 0;
  let waiters: { count: number; resolve: () => void }[] = [];
  let failWord = '\0';
  let generation = 0;
  const files = new Map<string, Buffer>();

  const tell = (clientId: string, type: string, data: object) =>
    sockets.get(clientId)?.send(JSON.stringify({ type, data }));

  async function work(): Promise<void> {
    if (current) return;
    const next = queue.shift();
    if (!next) return;
    current = next;
    interruptWanted = false;
    const mine = generation;
    begun += 1;
    for (const waiter of waiters) if (begun >= waiter.count) waiter.resolve();
    waiters = waiters.filter((waiter) => begun < waiter.count);
    const entry = await execute(next).catch((error: Error) => failedEntry(next, error));
    current = undefined;
    if (mine === generation) {
      history[next.id] = entry;
      tell(next.clientId, 'executing', { node: null, prompt_id: next.id });
    }
    void work();
  }

  async function execute({ id, nodes, clientId }: Queued): Promise<unknown> {
    tell(clientId, 'execution_start', { prompt_id: id });
    tell(clientId, 'execution_cached', { nodes: [], prompt_id: id });
    const states: Record<string, object> = {};
    const outputs: Record<string, unknown> = {};
    for (const [node, { class_type, inputs }] of Object.entries(nodes)) {
      tell(clientId, 'executing', { node, prompt_id: id });
      const steps = typeof inputs.steps === 'number' ? inputs.steps : 1;
      for (let step = 1; step <= steps; step += 1) {
        // It can be interrupted while it waits.
        while (held && !interruptWanted) await Promise.race([held.promise, tick()]);
        if (interruptWanted) throw new Error('interrupted');
        if (String(inputs.text).includes(failWord)) throw new Error('the sampler exploded');
        states[node] = { value: step, max: steps, state: step === steps ? 'finished' : 'running', node_id: node };
        tell(clientId, 'progress_state', { prompt_id: id, nodes: states });
        if (steps > 1) tell(clientId, 'progress', { value: step, max: steps, prompt_id: id, node });
      }
      if (class_type !== 'SaveImage') continue;
      outputs[node] = { images: await save(nodes, String(inputs.filename_prefix)) };
      tell(clientId, 'executed', { node, output: outputs[node], prompt_id: id });
    }
    tell(clientId, 'execution_success', { prompt_id: id });
    return { outputs, status: { status_str: 'success', completed: true, messages: [] } };
  }

  function failedEntry({ id, clientId }: Queued, error: Error): unknown {
    const interrupted = error.message === 'interrupted';
    const type = interrupted ? 'execution_interrupted' : 'execution_error';
    const data = {
      prompt_id: id,
      node_id: 'sampler',
      node_type: 'KSampler',
      ...(interrupted ? {} : { exception_type: 'RuntimeError', exception_message: `${error.message}\n` }),
    };
    if (interrupted) interruptedIds.push(id);
    tell(clientId, type, data);
    return { outputs: {}, status: { status_str: 'error', completed: false, messages: [[type, data]] } };
  }

  /** As many pictures as the batch has, in a colour of the seed, of the size of the canvas. */
  async function save(nodes: Nodes, prefix: string): Promise<object[]> {
    const find = (name: string) => Object.values(nodes).find((node) => name in node.inputs)?.inputs[name];
    const [width, height] = [Number(find('width') ?? 64), Number(find('height') ?? 64)];
    const count = Number(find('batch_size') ?? find('amount') ?? 1);
    const seed = Number(find('seed') ?? 0);
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const background = { r: seed % 256, g: (seed >> 8) % 256, b: index * 20 };
        const bytes = await sharp({ create: { width, height, channels: 3, background } })
          .png()
          .toBuffer();
        const file = {
          filename: `${files.size}_${index}.png`,
          subfolder: prefix.replace(/[^/]*$/, ''),
          type: 'output',
        };
        files.set(JSON.stringify(file), bytes);
        return file;
      }),
    );
  }

  const submitted: Queued[] = [];
  const interruptedIds: string[] = [];
  const deleted: string[] = [];
  const uploads: { name: string; bytes: Buffer }[] = [];
  const paths: string[] = [];
  const instead: ComfyUiPeer['instead'] = new Map();

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): unknown {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer');
    paths.push(`${request.method} ${pathname}`);
    const send = (status: number, json?: unknown) => {
      response.statusCode = status;
      response.end(json === undefined ? undefined : JSON.stringify(json));
    };
    const other = instead.get(pathname);
    if (other === null) return request.socket.destroy();
    if (other) return send(other.status, other.json);
    const post = request.method === 'POST';
    const id = pathname.split('/').at(-1) ?? '';
    const row = ({ number, id, nodes, clientId }: Queued) => [number, id, nodes, { client_id: clientId }, []];
    if (pathname === '/prompt' && post) return submit(JSON.parse(body.toString()), send);
    if (pathname === '/prompt') return send(200, { exec_info: { queue_remaining: queue.length + (current ? 1 : 0) } });
    if (pathname === '/queue' && !post)
      return send(200, { queue_running: current ? [row(current)] : [], queue_pending: queue.map(row) });
    if (pathname === '/queue') {
      const { delete: ids = [] } = JSON.parse(body.toString());
      deleted.push(...queue.filter((one) => ids.includes(one.id)).map((one) => one.id));
      queue = queue.filter((one) => !ids.includes(one.id));
      return send(200);
    }
    if (pathname === '/interrupt') {
      if (JSON.parse(body.toString()).prompt_id === current?.id) interruptWanted = true;
      return send(200);
    }
    if (pathname.startsWith('/history/')) return send(200, id in history ? { [id]: history[id] } : {});
    if (pathname === '/upload/image') {
      const text = body.toString('latin1');
      const name = /filename="([^"]+)"/.exec(text)?.[1] ?? '';
      const start = text.indexOf('\r\n\r\n', text.indexOf('filename=')) + 4;
      uploads.push({ name, bytes: body.subarray(start, text.indexOf('\r\n--', start)) });
      return send(200, { name, subfolder: 'inkling', type: 'input' });
    }
    if (pathname === '/view') {
      const file = {
        filename: searchParams.get('filename'),
        subfolder: searchParams.get('subfolder'),
        type: searchParams.get('type'),
      };
      const bytes = files.get(JSON.stringify(file));
      response.statusCode = bytes ? 200 : 404;
      return response.end(bytes);
    }
    if (pathname.startsWith('/object_info/'))
      return send(200, known.includes(id) ? { [id]: { input: { required: nodeInfo[id] ?? {} } } } : {});
    if (pathname === '/system_stats')
      return send(200, { system: { comfyui_version: '0.3.64' }, devices: [{ name: 'cpu' }] });
    return send(404);
  }

  function submit(
    asked: { prompt: Nodes; client_id: string; prompt_id: string },
    send: (status: number, json: unknown) => void,
  ): unknown {
    const missing = Object.entries(asked.prompt).find(([, node]) => !known.includes(node.class_type));
    if (missing) {
      const message = `Cannot execute because node ${missing[1].class_type} does not exist.`;
      return send(400, {
        error: { type: 'invalid_prompt', message, details: `Node ID '#${missing[0]}'`, extra_info: {} },
        node_errors: {},
      });
    }
    for (const [node, { class_type, inputs }] of Object.entries(asked.prompt)) {
      const [options] = (nodeInfo[class_type]?.ckpt_name as [string[]] | undefined) ?? [];
      if (!options || options.includes(String(inputs.ckpt_name))) continue;
      const details = `ckpt_name: '${inputs.ckpt_name}' not in ${JSON.stringify(options)}`;
      const extra_info = { input_name: 'ckpt_name', input_config: [options, {}], received_value: inputs.ckpt_name };
      const errors = [{ type: 'value_not_in_list', message: 'Value not in list', details, extra_info }];
      return send(400, {
        error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '' },
        node_errors: { [node]: { errors, dependent_outputs: [], class_type } },
      });
    }
    const id = peer.ignoreIds ? `own-${submitted.length}` : asked.prompt_id;
    const queued = { number: submitted.length, id, nodes: asked.prompt, clientId: asked.client_id };
    submitted.push(queued);
    queue.push(queued);
    send(200, { prompt_id: id, number: queued.number, node_errors: {} });
    void work();
    return undefined;
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks)));
  });
  const socketServer = new WebSocketServer({ server, path: '/ws' });
  socketServer.on('connection', (socket, request) => {
    const clientId = new URL(request.url ?? '', 'http://peer').searchParams.get('clientId') ?? '';
    sockets.set(clientId, socket);
    socket.send(
      JSON.stringify({ type: 'status', data: { status: { exec_info: { queue_remaining: 0 } }, sid: clientId } }),
    );
    // Previews come as binary messages, which say nothing to the engine.
    socket.send(Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 0xff]));
    socket.send('no JSON');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const peer: ComfyUiPeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    submitted,
    uploads,
    interrupted: interruptedIds,
    deleted,
    paths,
    instead,
    ignoreIds: false,
    hold() {
      let resolve = () => {};
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      held = { promise, resolve };
    },
    release() {
      const { resolve } = held ?? { resolve: () => {} };
      held = undefined;
      resolve();
    },
    running(count) {
      if (begun >= count) return Promise.resolve();
      return new Promise((resolve) => waiters.push({ count, resolve }));
    },
    restart() {
      generation += 1;
      queue = [];
      history = {};
      interruptWanted = true;
      peer.release();
      current = undefined;
    },
    failOn(word) {
      failWord = word;
    },
    async close() {
      interruptWanted = true;
      peer.release();
      for (const socket of socketServer.clients) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

/** A turn of the event loop. */
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
