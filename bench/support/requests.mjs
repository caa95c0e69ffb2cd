// The requests that benches send, and how they are written on the wire.

export const benchKey = 'sk-bench-000000000000000000000000000';
export const tasksPath = '/kling/v1/images/generations';

/** A submit as a client sends it: the fields of the seed's own example. */
export const submitBody = {
  model_name: 'kling-v1',
  prompt: 'a red fox in the snow at sunset, oil painting',
  output_format: 'png',
  n: 1,
  aspect_ratio: '1:1',
};

/** One whole HTTP/1.1 request. */
export function requestText(method, path, { key = benchKey, body } = {}) {
  const content = body === undefined ? '' : JSON.stringify(body);
  return [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${key}`,
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`]),
    '',
    content,
  ].join('\r\n');
}

/** One call for the set-up; resolves to the answer's text. */
export async function call(url, path, { key = benchKey, body, headers = {} } = {}) {
  const response = await fetch(url + path, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text;
}

/** A configuration in which tasks wait for ever: nothing but submits and queries is measured. */
export function waitingConfiguration(account) {
  return {
    engines: { never: { type: 'sleep', sleepMs: 3_600_000 }, atOnce: { type: 'sleep', sleepMs: 0 } },
    models: { 'kling-v1': { engine: 'never', unitsPerImage: 1 }, finished: { engine: 'atOnce' } },
    accounts: [account],
    queue: { maxWaiting: 10_000_000 },
  };
}
