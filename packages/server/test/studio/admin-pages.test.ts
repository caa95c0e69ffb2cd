// The pages of administration in real Chromium: the key, usage, accounts, the service, the audit log.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  assertOpenToAll,
  openStudioBrowser,
  type StudioBrowser,
  skipWithoutChromium,
  waitUntil,
} from './studio-browser.js';

const adminKey = 'admin-key-for-tests-only';
const listPath = '/kling/v1/images/generations';

describe('administration in Chromium', { skip: skipWithoutChromium }, () => {
  let studio: StudioBrowser;
  before(async () => {
    studio = await openStudioBrowser({}, { INKLING_ADMIN_KEY: adminKey });
    const body = { model_name: 'kling-v2', prompt: 'to be counted', n: 3 };
    await studio.running.call(listPath, { body, headers: { prefer: 'wait=60' } });
  });
  after(() => studio.close());

  /** A page of administration that is open already. */
  async function open(section: string): Promise<Page> {
    const { page } = await studio.visit();
    await page.locator('.cards').waitFor();
    await page.evaluate(`sessionStorage.setItem('inkling.admin-key', JSON.stringify('${adminKey}'))`);
    await page.goto(`${studio.running.url}/#/admin/${section}`);
    return page;
  }
  const readAdmin = async (path: string) =>
    (await studio.running.call(`/admin/v1${path}`, { key: adminKey })).json.data as Record<string, unknown>;

  it('asks for the admin key, keeps it in the tab alone, and forgets it when asked', async () => {
    const { page } = await studio.visit();
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByLabel('Admin key').fill('not-the-key');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('alert').getByText('The key was not accepted').waitFor();
    await assertOpenToAll(page, 'admin key');
    await page.getByLabel('Admin key').fill(adminKey);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Usage' }).waitFor();
    assert.ok(!(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).includes(adminKey));
    await page.reload();
    await page.getByRole('heading', { name: 'Usage' }).waitFor();
    await page.getByRole('button', { name: 'Close administration' }).click();
    await page.getByLabel('Admin key').waitFor();
    assert.equal(await page.evaluate(`sessionStorage.getItem('inkling.admin-key')`), null);
  });

  it('draws usage as charts, and gives the same figures as a table', async () => {
    const page = await open('usage');
    await page.getByRole('img', { name: 'Pictures per day: 3' }).waitFor();
    await page.getByRole('img', { name: 'Units per day: 12' }).waitFor();
    const bars = page.getByRole('img', { name: 'Pictures per day: 3' }).locator('rect');
    assert.equal(await bars.count(), 30);
    const heights = await bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('height'))));
    assert.ok((heights.at(-1) ?? 0) > 50 && heights.slice(0, -1).every((height) => height === 0));
    await page.getByText('As a table').click();
    const today = page.getByRole('region', { name: 'Usage' }).getByRole('row').nth(1);
    assert.match((await today.textContent()) ?? '', /1103\s*12/);
    await assertOpenToAll(page, 'usage');
    await page.getByRole('combobox', { name: 'Days' }).selectOption('7');
    await waitUntil(page, `document.querySelectorAll('figure rect').length === 21`);
  });

  it('makes an account with a key and a pack, changes it, and revokes the key', async () => {
    const page = await open('accounts');
    await page.getByRole('textbox', { name: 'New account' }).fill('acme');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { name: 'acme', exact: true }).waitFor();
    await page.getByLabel('Billing').selectOption('prepaid');
    await page.getByLabel('Pictures at once').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const account = await readAdmin('/accounts/acme');
    assert.deepEqual([account.billing, account.concurrency, account.enabled], ['prepaid', 4, true]);

    await page.getByRole('form', { name: 'New pack' }).getByLabel('Name').fill('trial');
    await page.getByRole('button', { name: 'New pack' }).click();
    await page.getByRole('row', { name: /trial 1000 1000/ }).waitFor();

    await page.getByLabel('What it is for').fill('the <b>laptop</b>');
    await page.getByRole('button', { name: 'New key' }).click();
    const key = (await page.locator('.note.fresh code').textContent()) ?? '';
    assert.match(key, /^sk-/);
    await page.getByRole('cell', { name: 'the <b>laptop</b>' }).waitFor();
    const answer = await studio.running.call(listPath, { key, body: { model_name: 'kling-v1', prompt: 'paid' } });
    assert.equal(answer.status, 200, answer.json.message);
    await assertOpenToAll(page, 'account');
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke for good?' }).click();
    await page.getByRole('cell', { name: 'revoked' }).waitFor();
    assert.equal((await studio.running.call(listPath, { key })).json.code, 1002);

    await page.getByRole('button', { name: 'All accounts' }).click();
    await page.getByRole('row', { name: /acme yes prepaid/ }).waitFor();
    await assertOpenToAll(page, 'accounts');
  });

  it('shows what is wrong with a change, by the server’s word', async () => {
    const page = await open('accounts');
    await page.getByRole('button', { name: 'default' }).click();
    await page.getByLabel('Share of the workers').fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText("weight value '0' is invalid").waitFor();
  });

  it('switches maintenance on and off, and the studio says what it means', async () => {
    const page = await open('service');
    // Which of the two depends on how busy this machine is.
    await page.getByText(/^The service (?:takes work|does not take work now)\.$/).waitFor();
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('Maintenance is on').waitFor();
    assert.deepEqual(await readAdmin('/maintenance'), { on: true });
    await assertOpenToAll(page, 'service');
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('Maintenance is off').waitFor();
    assert.deepEqual(await readAdmin('/maintenance'), { on: false });
  });

  it('lists who changed what, secrets not among it', async () => {
    const page = await open('audit');
    await page.getByRole('cell', { name: 'maintenance.off' }).first().waitFor();
    await page.getByRole('cell', { name: 'key.add' }).first().waitFor();
    assert.doesNotMatch((await page.locator('table').textContent()) ?? '', /sk-[\w-]{20}|whsec_/);
    await assertOpenToAll(page, 'audit');
  });

  it('speaks Chinese, too', async () => {
    const { page } = await studio.visit({ locale: 'zh-CN' });
    await page.getByRole('link', { name: '管理' }).click();
    await page.getByLabel('管理密钥').fill(adminKey);
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('heading', { name: '用量' }).waitFor();
    await page.getByRole('img', { name: '每日图片' }).waitFor();
  });
});
