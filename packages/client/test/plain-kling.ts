// A stand-in for Kling itself: it knows submit, query and list, and nothing else. What it does not know it refuses, so
// that a client which leans on anything of Inkling's own is found out.
import type { Seen } from './api-stub.js';
import { type Answer, type ApiStub, ok, startApiStub, task } from './api-stub.js';

const known = new Set(
  'model_name prompt negative_prompt image image_reference image_fidelity human_fidelity n aspect_ratio resolution callback_url external_task_id watermark_info'.split(
    ' ',
  ),
);
/** Headers that a plain HTTP client sends. */
const usual =
  /^(?:host|connection|authorization|content-type|content-length|accept|accept-.*|user-agent|sec-fetch-mode)$/;

export interface PlainKling extends ApiStub {
  /** Tasks by id, each with how often it was asked for. */
  tasks: Map<string, { externalId: string | undefined; asked: number }>;
  /** What was refused because Kling does not know it. */
  refused: string[];
  /** Answers before Kling's own; `undefined` lets Kling answer. Shifted at each request. */
  faults: ((own: Answer) => Answer)[];
}

const refuse =
  (status: number, code: number, message: string): Answer =>
  (_request, response) => {
    response.writeHead(status).end(JSON.stringify({ code, message, request_id: 'r' }));
  };

/** Starts it; tasks succeed when they are asked for the second time. */
export async function startPlainKling(): Promise<PlainKling> {
  const stub = await startApiStub();
  const kling: PlainKling = Object.assign(stub, { tasks: new Map(), refused: [], faults: [] });

  function submit(body: Record<string, unknown>): Answer {
    const strange = Object.keys(body).filter((name) => !known.has(name));
    kling.refused.push(...strange);
    if (strange.length > 0) return refuse(400, 1201, `unknown field ${strange.join(', ')}`);
    const externalId = body.external_task_id as string | undefined;
    if (externalId !== undefined && [...kling.tasks.values()].some((entry) => entry.externalId === externalId)) {
      return refuse(400, 1201, `External_task_id ${externalId} already exists`);
    }
    const id = `kling-${kling.tasks.size + 1}`;
    kling.tasks.set(id, { externalId, asked: 0 });
    return ok(task('submitted', { task_id: id }));
  }

  function query(id: string): Answer {
    const [key, entry] = [...kling.tasks].find(([taskId, { externalId }]) => taskId === id || externalId === id) ?? [];
    if (!entry) return refuse(400, 1201, `Task not found by id/external id: ${id}`);
    entry.asked += 1;
    const images = [{ index: 0, url: `${stub.origin}/files/${key}.png` }];
    return ok(
      entry.asked < 2
        ? task('processing', { task_id: key })
        : task('succeed', { task_id: key, updated_at: 3, task_result: { images } }),
    );
  }

  function answer(request: Seen): Answer {
    const headers = Object.keys(request.headers).filter((name) => !usual.test(name));
    kling.refused.push(...headers);
    if (headers.length > 0) return refuse(400, 1201, `unknown header ${headers.join(', ')}`);
    const { pathname } = new URL(request.url, stub.origin);
    if (pathname.startsWith('/files/')) return (_request, response) => void response.end('picture');
    const [, id] = /^\/v1\/images\/generations(?:\/([^/]+))?$/.exec(pathname) ?? [undefined, null];
    if (request.method === 'POST' && id === undefined) return submit(JSON.parse(request.body));
    if (request.method === 'GET' && id === undefined)
      return ok([...kling.tasks.keys()].map((task_id) => task('succeed', { task_id })));
    if (request.method === 'GET' && typeof id === 'string') return query(decodeURIComponent(id));
    kling.refused.push(`${request.method} ${pathname}`);
    return refuse(404, 1202, 'no such route');
  }

  stub.always = (request, response) => {
    const fault = kling.faults.shift() ?? ((own: Answer) => own);
    fault(answer(request))(request, response);
  };
  return kling;
}
