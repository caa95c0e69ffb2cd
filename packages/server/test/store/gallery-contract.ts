// What every store must keep of an account's gallery and of usage; part of the contract in store-contract.ts.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newAccount } from '../../src/core/account.js';
import type { GalleryFilter, Store } from '../../src/store/store.js';
import { samplePicture, sampleRequest, sampleTask } from '../support/task-samples.js';

const models = ['kling-v1', 'kling-v2'];

/** As in store-contract.ts, which runs this. */
interface Opened {
  store: Store;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Runs on stores that `open` makes, each with an empty database. */
export function describeGallery(name: string, open: () => Promise<Opened>): void {
  describe(`gallery: ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      for (const id of ['default', 'other']) await store.accounts.put(newAccount(id));
    });
    afterEach(() => opened.close());

    /** Submits tasks with these prompts, a millisecond apart. */
    async function submit(prompts: readonly string[], more: Parameters<typeof sampleTask>[0] = {}): Promise<string[]> {
      const ids: string[] = [];
      for (const prompt of prompts) {
        const task = sampleTask({ ...more, request: sampleRequest({ ...more.request, prompt }) });
        await store.tasks.submit(task);
        ids.push(task.id);
        await opened.advance(1);
      }
      return ids;
    }
    async function promptsOf(filter: Partial<GalleryFilter>): Promise<string[]> {
      const { tasks } = await store.gallery.page({ accountId: 'default', limit: 50, ...filter });
      return tasks.map((task) => task.request.prompt);
    }
    /** Claims everything and ends it; what is said of a prompt decides how. */
    async function endAll(failing: readonly string[] = [], tookMs: Record<string, number> = {}): Promise<void> {
      for (;;) {
        const [task] = await store.tasks.claim({ workerId: 'w', leaseMs: 3_600_000, limit: 1, models });
        if (!task) return;
        const { prompt } = task.request;
        await opened.advance(tookMs[prompt] ?? 0);
        if (failing.includes(prompt)) await store.tasks.fail(task.id, task.leaseToken, `could not: ${prompt}`);
        else {
          const expiresAtMs = (await store.now()) + 1_000_000;
          await store.tasks.succeed(task.id, task.leaseToken, [samplePicture(task.id, 0, expiresAtMs)]);
        }
      }
    }

    describe('pages', () => {
      it('are newest first, go on where the last one ended, and end', async () => {
        const prompts = Array.from({ length: 7 }, (_, index) => `fox ${index}`);
        await submit(prompts);
        const seen: string[] = [];
        let before: GalleryFilter['before'];
        const sizes: number[] = [];
        do {
          const page = await store.gallery.page({ accountId: 'default', limit: 3, ...(before && { before }) });
          seen.push(...page.tasks.map((task) => task.request.prompt));
          sizes.push(page.tasks.length);
          before = page.next;
        } while (before);
        assert.deepEqual(seen, prompts.toReversed());
        assert.deepEqual(sizes, [3, 3, 1]);
      });

      it('lose and repeat nothing where tasks share a millisecond or new ones come in between', async () => {
        const ids = [];
        for (let index = 0; index < 5; index += 1) {
          const task = sampleTask();
          await store.tasks.submit(task);
          ids.push(task.id);
        }
        const first = await store.gallery.page({ accountId: 'default', limit: 2 });
        await opened.advance(1);
        await submit(['a newer one']);
        assert.ok(first.next);
        const second = await store.gallery.page({ accountId: 'default', limit: 9, before: first.next });
        const seen = [...first.tasks, ...second.tasks].map((task) => task.id);
        assert.deepEqual(seen.toSorted(), ids.toSorted());
        assert.equal(second.next, undefined);
      });

      it('show the account’s own tasks only, with their pictures', async () => {
        await submit(['mine']);
        await submit(['theirs'], { accountId: 'other' });
        await endAll();
        const { tasks } = await store.gallery.page({ accountId: 'default', limit: 9 });
        assert.deepEqual(
          tasks.map((task) => [task.request.prompt, task.pictures.length]),
          [['mine', 1]],
        );
      });
    });

    describe('search', () => {
      const prompts = ['A red FOX in snow', '雪地里的红狐狸', 'say "hi" to the 100% cat_dog', 'line one\nline two'];
      const cases: [search: string, found: string[]][] = [
        ['fox', ['A red FOX in snow']],
        ['ReD f', ['A red FOX in snow']],
        ['红狐狸', ['雪地里的红狐狸']],
        ['say "hi"', ['say "hi" to the 100% cat_dog']],
        ['100%', ['say "hi" to the 100% cat_dog']],
        ['cat_d', ['say "hi" to the 100% cat_dog']],
        ['one\nline', ['line one\nline two']],
        // Wildcards are letters like any other.
        ['s%w', []],
        ['c_t', []],
        // What stands beside the prompt in the row is no part of it.
        ['kling', []],
        ['1024', []],
        ['png', []],
        ['negativePrompt', []],
        ['","', []],
      ];
      it('looks in prompts alone, in either case, for the very text', async () => {
        await submit(prompts);
        await submit(['blurry is left out'], { request: sampleRequest({ negativePrompt: 'fox, png' }) });
        for (const [search, found] of cases) assert.deepEqual(await promptsOf({ search }), found, search);
      });
    });

    it('filters by state and model, alone and together', async () => {
      await submit(['works', 'fails']);
      await submit(['other model'], { request: sampleRequest({ model: 'kling-v2' }) });
      await endAll(['fails']);
      await submit(['waits']);
      assert.deepEqual(await promptsOf({ statuses: ['submitted', 'processing'] }), ['waits']);
      assert.deepEqual(await promptsOf({ statuses: ['succeed'] }), ['other model', 'works']);
      assert.deepEqual(await promptsOf({ statuses: ['failed'] }), ['fails']);
      assert.deepEqual(await promptsOf({ model: 'kling-v2' }), ['other model']);
      assert.deepEqual(await promptsOf({ statuses: ['succeed'], model: 'kling-v1', search: 'WORK' }), ['works']);
      assert.deepEqual(await promptsOf({ statuses: ['failed'], model: 'kling-v2' }), []);
    });

    it('finds what lies deep by going on from page to page, each of bounded work', async () => {
      await submit(['the needle']);
      const crowd = Array.from({ length: 5100 }, () => sampleTask());
      await Promise.all(crowd.map((task) => store.tasks.submit(task)));
      const first = await store.gallery.page({ accountId: 'default', limit: 5, search: 'needle' });
      assert.deepEqual(first.tasks, []);
      assert.ok(first.next, 'there is more to look at');
      const second = await store.gallery.page({
        accountId: 'default',
        limit: 5,
        search: 'needle',
        before: first.next,
      });
      assert.deepEqual(
        second.tasks.map((task) => task.request.prompt),
        ['the needle'],
      );
      assert.equal(second.next, undefined);
    });

    describe('usage', () => {
      it('counts what was submitted in a span by account and model, whatever became of it', async () => {
        const fromMs = await store.now();
        await submit(['a', 'b'], { units: 2, request: sampleRequest({ n: 2 }) });
        await submit(['fails'], { units: 5 });
        await submit(['c'], { accountId: 'other', units: 1, request: sampleRequest({ model: 'kling-v2' }) });
        await endAll(['fails']);
        await submit(['waits']);
        const toMs = await store.now();
        await submit(['too late']);
        const { counts, failures } = await store.usage.span(fromMs, toMs);
        const byName = new Map(counts.map(({ accountId, model, ...sums }) => [`${accountId} ${model}`, sums]));
        assert.deepEqual(byName.get('default kling-v1'), {
          submitted: 4,
          succeeded: 2,
          failed: 1,
          pictures: 4,
          units: 4,
        });
        assert.deepEqual(byName.get('other kling-v2'), {
          submitted: 1,
          succeeded: 1,
          failed: 0,
          pictures: 1,
          units: 1,
        });
        assert.equal(byName.size, 2);
        assert.deepEqual(failures, [{ message: 'could not: fails', count: 1 }]);
      });

      it('tells the median and the 95th percentile of what succeeded', async () => {
        const fromMs = await store.now();
        const prompts = Array.from({ length: 20 }, (_, index) => `p${index}`);
        for (const [index, prompt] of prompts.entries()) {
          await submit([prompt]);
          // Waits 1 ms in `submit`: 10, 20, … 200 ms in all.
          await endAll([], { [prompt]: (index + 1) * 10 - 1 });
        }
        const span = await store.usage.span(fromMs, await store.now());
        assert.deepEqual([span.p50Ms, span.p95Ms], [100, 190]);
      });

      it('says nothing of a span without tasks', async () => {
        assert.deepEqual(await store.usage.span(0, 1000), { counts: [], p50Ms: null, p95Ms: null, failures: [] });
      });
    });
  });
}
