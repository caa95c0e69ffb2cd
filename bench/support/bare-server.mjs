// The baseline: bare Fastify that reads a JSON body or a path, stores nothing, and answers the very bytes it is given.
import { createRequire } from 'node:module';
import { reportReady } from './processes.mjs';

const require = createRequire(new URL('../../packages/server/package.json', import.meta.url));
const { fastify } = require('fastify');

const app = fastify({ logger: false });
const answer = process.env.BENCH_ANSWER;
const send = (_request, reply) => void reply.type('application/json; charset=utf-8').send(answer);
app.post('/kling/v1/images/generations', send);
app.get('/kling/v1/images/generations/:id', send);
await app.listen({ port: 0, host: '127.0.0.1' });
reportReady({ port: app.server.address().port }, () => app.close());
