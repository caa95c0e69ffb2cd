// The relay keeps the contract of engines, in front of an upstream that fails in every documented way.

import { unavailableMessage } from '../../../src/engines/kling/job-runner.js';
import { createFastClock } from '../../support/fast-clock.js';
import { describeEngine, type EngineContractOptions } from '../engine-contract.js';
import { answerText, doAndHangUp, hangUp, refuse, type Trick } from './fake-kling.js';
import { apiKey, type KlingSetup, setUpKling } from './kling-setup.js';

const secretKey = 'secret-key-of-the-pair-0123456789';
const accessKey = 'access-key-of-the-pair-0123456789';

const failing = (title: string, message: RegExp, setup: KlingSetup) => ({
  title,
  fault: 'request' as const,
  message,
  make: () => setUpKling(setup),
});
const refusing = (title: string, message: RegExp, trick: Trick) =>
  failing(title, message, { prepare: (fake) => fake.always('submit', trick) });

/** Says the key back, as some gateways do: it must go no further. */
const echo = `the key ${apiKey} is not good`;
const unavailable = new RegExp(`^${unavailableMessage}$`);

const faults: EngineContractOptions['faults'] = [
  refusing('1201, a parameter', /^prompt: is too long$/, refuse(400, 1201, 'prompt: is too long')),
  refusing('1300, a rule of the platform', /^image: not allowed$/, refuse(400, 1300, 'image: not allowed')),
  refusing(
    '1301, risk control',
    /^Failure to pass the risk control system$/,
    refuse(400, 1301, 'Failure to pass the risk control system'),
  ),
  refusing('413 without words', /too large/, answerText(413, '')),
  ...[1000, 1001, 1002, 1004].map((code) =>
    refusing(`${code}, a key that is not let in`, unavailable, refuse(401, code, echo)),
  ),
  ...[1100, 1101, 1102, 1304].map((code) =>
    refusing(`${code}, an account that cannot`, unavailable, refuse(429, code, echo)),
  ),
  refusing('1103, a key that may not use the model', unavailable, refuse(403, 1103, echo)),
  refusing('1201 about the model', unavailable, refuse(400, 1201, `model_name value 'x' is invalid`)),
  refusing('1203 about the route', unavailable, refuse(404, 1203, 'No such route')),
  refusing('1200 and 1202', unavailable, refuse(404, 1202, 'method')),
  refusing('a page of a proxy', unavailable, answerText(404, `<html>${echo}</html>`)),
  refusing('a redirect to elsewhere', unavailable, answerText(307, '', { location: 'http://127.0.0.1:9/' })),
  failing('a job that failed there', /^Failure to pass the risk control system$/, {
    prepare: (fake) =>
      fake.always('find', (_response, usual) => {
        for (const task of fake.tasks.values()) fake.finish(task, 'failed', 'Failure to pass the risk control system');
        usual();
      }),
  }),
  failing('a link into a private network', /could not be fetched/, { fake: { linkOrigin: 'http://127.0.0.1:9' } }),
  failing('something that is no picture', /could not be fetched/, {
    fake: { picture: async () => ({ bytes: Buffer.from('<html>gone</html>') }) },
  }),
  failing('an upstream that is never there, for an hour', /could not be reached in time/, {
    clock: createFastClock(20_000),
    prepare: (fake) => {
      fake.always('submit', hangUp);
      fake.always('find', hangUp);
    },
  }),
  failing('an upstream that took it and never says so, for an hour', /could not be reached in time/, {
    clock: createFastClock(20_000),
    prepare: (fake) => {
      fake.always('submit', doAndHangUp);
      fake.always('find', refuse(503, 5001, echo));
    },
  }),
];

describeEngine('kling relay', {
  make: () => setUpKling(),
  makeEndless: async () => {
    const under = await setUpKling({ prepare: (fake) => (fake.looksUntilDone = Number.POSITIVE_INFINITY) });
    return { ...under, underWay: under.fake.called('find') };
  },
  secrets: [apiKey],
  faults,
});

describeEngine('kling relay with access keys, to a gateway', {
  make: () =>
    setUpKling({
      fake: { dialect: 'gateway', prefix: '/kling/v1' },
      declaration: { apiKey: undefined, prefix: '/kling/v1', accessKey, secretKey },
    }),
  secrets: [accessKey, secretKey],
});
