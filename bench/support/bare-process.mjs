// Helper process of benches: Fastify and nothing else. Reads the body and answers the bytes it was started with.
import Fastify from 'fastify';

const { BARE_BODY = '{}' } = process.env;
const app = Fastify({ logger: false });
const answer = async (_request, reply) => reply.type('application/json; charset=utf-8').send(BARE_BODY);
app.post('/*', answer);
app.get('/*', answer);
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ url: `http://127.0.0.1:${app.server.address().port}` });
process.on('disconnect', () => process.exit());
