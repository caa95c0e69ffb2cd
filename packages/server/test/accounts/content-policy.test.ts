// The content policy: what it stops, what it lets through, and what happens when the moderation service fails.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTermMatcher } from '../../src/accounts/policy/blocked-terms.js';
import { type ContentPolicyParts, createContentPolicy } from '../../src/accounts/policy/content-policy.js';
import { createModerationHook, type ModerationQuestion } from '../../src/accounts/policy/moderation-hook.js';
import { newAccount } from '../../src/core/account.js';
import { AppError } from '../../src/core/errors.js';
import { createGuardedFetch } from '../../src/outbound/create-guarded-fetch.js';
import { type HttpReceiver, startReceiver } from '../support/http-receiver.js';
import { createQuietLog } from '../support/quiet-log.js';

const accounts = {
  find: async (id: string) => newAccount(id, { policy: id !== 'trusted' }),
};

function policy(over: Partial<ContentPolicyParts> = {}) {
  return createContentPolicy({
    accounts,
    blockedTerms: [],
    useDefaultTerms: true,
    moderate: undefined,
    moderatePictures: false,
    ...over,
  });
}

/** The message of the refusal, or undefined when the prompt passes. */
async function refusalOf(prompt: string, over: Partial<ContentPolicyParts> = {}, accountId = 'default') {
  try {
    await policy(over).checkPrompt({ accountId, model: 'kling-v1', prompt, negativePrompt: null });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof AppError);
    assert.equal(error.code, 1301);
    return error.message;
  }
}

describe('the default list', () => {
  const stopped = [
    'hardcore porn',
    'PORNOGRAPHIC picture',
    'ｐｏｒｎ in full width',
    'p o r n',
    'p.o.r.n. please',
    'po\u200brn',
    'a hentai girl',
    'a naked little child',
    '一张色情图片',
    '强奸现场',
    'a beheading',
    'decapitated man',
  ];
  for (const prompt of stopped) {
    it(`stops ${JSON.stringify(prompt)}`, async () => {
      assert.match((await refusalOf(prompt)) ?? '', /^Failure to pass the risk control system: /);
    });
  }

  const passed = [
    'a red fox in the snow at sunset, oil painting',
    "生成一张袋鼠的照片，手里拿着一个写着'DMXAPI'的牌子",
    'grapes and a cockatoo in Scunthorpe',
    'a child playing with a naked mole rat in the zoo, the kids laugh',
    'a nude beach sign in 1920, oil painting',
    'an assassin bug on a peacock feather',
    'popcorn and corn',
    '性格开朗的女孩',
    '一位性感的女歌手在舞台上',
    'therapist talking to a patient',
  ];
  for (const prompt of passed) {
    it(`lets ${JSON.stringify(prompt)} through`, async () => assert.equal(await refusalOf(prompt), undefined));
  }

  it('never says the term, only the kind', async () => {
    assert.equal(
      await refusalOf('child porn'),
      'Failure to pass the risk control system: sexual content involving minors',
    );
  });

  it('can be switched off, and does not apply to accounts without a policy', async () => {
    assert.equal(await refusalOf('porn', { useDefaultTerms: false }), undefined);
    assert.equal(await refusalOf('porn', {}, 'trusted'), undefined);
  });
});

describe("the operator's terms", () => {
  const blockedTerms = ['Acme Cola', '竞品', '/gun(s|man)?\\b/', 'weap*'];
  const cases: [string, boolean][] = [
    ['a bottle of acme cola', true],
    ['ACME-COLA on a table', true],
    ['acme colander', false],
    ['某竞品的广告', true],
    ['a gunman', true],
    ['a gun', true],
    ['a gundog', false],
    ['weaponry', true],
    ['a fox', false],
  ];
  for (const [prompt, hit] of cases) {
    it(`${hit ? 'stop' : 'let through'} ${prompt}`, async () => {
      assert.equal((await refusalOf(prompt, { blockedTerms })) !== undefined, hit);
    });
  }

  it('a broken pattern is told at the start', () => {
    assert.throws(() => policy({ blockedTerms: ['/(/'] }), SyntaxError);
  });

  it('find the term that hit, and read long hostile prompts quickly', () => {
    const matcher = createTermMatcher(['fox', 'ab cd']);
    assert.equal(matcher.find('The Fox!'), 'fox');
    assert.equal(matcher.find(`${'a '.repeat(1250)}`), undefined);
    assert.equal(matcher.find(`${'ab - '.repeat(500)}cd`), 'ab cd');
  });
});

describe('the moderation service', () => {
  let receiver: HttpReceiver;
  type Answer = { status: number; body: string } | 'hang' | 'reset';
  let answer: Answer = { status: 200, body: '{"allowed":true}' };
  const outbound = createGuardedFetch({ allowPrivate: ['127.0.0.1'] });
  before(async () => {
    receiver = await startReceiver((_request, response) => {
      if (answer === 'hang') return;
      if (answer === 'reset') return void response.socket?.resetAndDestroy();
      response.statusCode = answer.status;
      response.end(answer.body);
    });
  });
  after(async () => {
    await receiver.close();
    await outbound.close();
  });

  async function ask(onFailure: 'open' | 'closed', accountId?: string) {
    const { log, lines } = await createQuietLog();
    const moderate = createModerationHook({ url: receiver.origin, timeoutMs: 300, onFailure }, outbound, log);
    const refused = await refusalOf('a secret wish', { moderate }, accountId);
    assert.ok(!JSON.stringify(lines).includes('secret wish'));
    return refused;
  }

  it('is asked about prompts and believed', async () => {
    answer = { status: 200, body: '{"allowed":true}' };
    assert.equal(await ask('closed'), undefined);
    const question = JSON.parse(receiver.requests.at(-1)?.body ?? '') as ModerationQuestion;
    assert.deepEqual(question, {
      kind: 'prompt',
      account_id: 'default',
      model: 'kling-v1',
      prompt: 'a secret wish',
      negative_prompt: null,
    });
    answer = { status: 200, body: '{"allowed":false,"reason":"too sad"}' };
    assert.equal(await ask('open'), 'Failure to pass the risk control system: too sad');
    answer = { status: 200, body: '{"allowed":false}' };
    assert.match((await ask('open')) ?? '', /refused by moderation/);
  });

  it('is not asked for accounts without a policy', async () => {
    answer = { status: 200, body: '{"allowed":false}' };
    const before = receiver.requests.length;
    assert.equal(await ask('closed', 'trusted'), undefined);
    assert.equal(receiver.requests.length, before);
  });

  const failures: Answer[] = [
    'hang',
    'reset',
    { status: 500, body: '' },
    { status: 200, body: 'no json' },
    { status: 200, body: '{"allowed":"yes"}' },
    { status: 200, body: `{"allowed":true,"reason":"${'x'.repeat(20_000)}"}` },
    { status: 302, body: '' },
  ];
  for (const failure of failures) {
    it(`that fails (${JSON.stringify(failure).slice(0, 40)}) lets pass or refuses, as the operator wished`, async () => {
      answer = failure;
      assert.equal(await ask('open'), undefined);
      assert.match((await ask('closed')) ?? '', /moderation is not available/);
    });
  }

  it('sees pictures only where the operator wants it', async () => {
    answer = { status: 200, body: '{"allowed":false,"reason":"no"}' };
    const { log } = await createQuietLog();
    const moderate = createModerationHook({ url: receiver.origin, timeoutMs: 300, onFailure: 'open' }, outbound, log);
    const picture = { accountId: 'default', taskId: 't', bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' };
    const signal = new AbortController().signal;
    await policy({ moderate }).checkPicture(picture, signal);
    await assert.rejects(policy({ moderate, moderatePictures: true }).checkPicture(picture, signal), { code: 1301 });
    const question = JSON.parse(receiver.requests.at(-1)?.body ?? '') as ModerationQuestion;
    assert.deepEqual(question.kind === 'picture' && question.picture, 'AQID');
  });
});
