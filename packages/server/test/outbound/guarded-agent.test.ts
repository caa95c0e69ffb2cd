// The agent by itself, without the look at the URL that comes before it: the last line must hold alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { request } from 'undici';
import { createAddressPolicy } from '../../src/outbound/address-policy.js';
import { createGuardedAgent, type GuardedAgent } from '../../src/outbound/guarded-agent.js';
import { ForbiddenAddressError } from '../../src/outbound/outbound-error.js';
import { fakeLookup, type LoopbackServer, startServer } from './loopback-server.js';

const { lookup } = fakeLookup({
  'inside.example': ['127.0.0.1'],
  'mixed.example': ['8.8.8.8', '127.0.0.1'],
  'broken.example': ['not an address'],
  'empty.example': [],
});

describe('guarded agent', () => {
  let server: LoopbackServer;
  let agent: GuardedAgent;
  before(async () => {
    server = await startServer((_request, response) => response.end('reached'));
    agent = createGuardedAgent({ policy: createAddressPolicy([]), lookup, connectTimeoutMs: 5000 });
  });
  after(() => Promise.all([agent.destroy(), server.close()]));

  it('connects to no forbidden address, by literal or by name, over http or https', async () => {
    const hosts = [
      '127.0.0.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'inside.example',
      'mixed.example',
      'broken.example',
    ];
    for (const scheme of ['http', 'https'])
      for (const host of hosts) {
        const call = request(`${scheme}://${host}:${server.port}/`, { dispatcher: agent.dispatcher });
        await assert.rejects(call, ForbiddenAddressError, host);
      }
    assert.equal(server.connections(), 0);
  });

  it('says so when a name has no address', async () => {
    const call = request(`http://empty.example:${server.port}/`, { dispatcher: agent.dispatcher });
    await assert.rejects(call, { code: 'ENODATA' });
  });

  it('reaches the same server once its address is open', async () => {
    const open = createGuardedAgent({ policy: createAddressPolicy(['127.0.0.1']), lookup, connectTimeoutMs: 5000 });
    for (const host of ['127.0.0.1', 'inside.example']) {
      const { body } = await request(`http://${host}:${server.port}/`, { dispatcher: open.dispatcher });
      assert.equal(await body.text(), 'reached');
    }
    await open.destroy();
    await open.destroy();
  });
});
