// The connected page: the form on one side, the pictures on the other, one of them large when asked for.
import { useCallback, useMemo, useRef, useState } from 'react';
import { Composer } from './composer/composer.js';
import type { Connection } from './connection/use-connection.js';
import { type Draft, fitDraft, toParams } from './draft/draft.js';
import { useDraft } from './draft/use-draft.js';
import { explainError } from './errors/explain-error.js';
import { Gallery } from './gallery/gallery.js';
import { Welcome } from './gallery/welcome.js';
import { useDroppedPicture } from './look/use-dropped-picture.js';
import type { GalleryTask } from './tasks/gallery-task.js';
import { useTasks } from './tasks/use-tasks.js';
import { useWords } from './text/language.js';
import { Viewer } from './viewer/viewer.js';

/** `connection.models` is not empty. */
export function Studio({ connection, onDisconnect }: { connection: Connection; onDisconnect(): void }) {
  const words = useWords();
  const { images, models } = connection;
  const form = useDraft(models);
  const [said, say] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [open, setOpen] = useState<{ taskId: string; index: number }>();
  const prompt = useRef<HTMLTextAreaElement>(null);
  const gallery = useRef<HTMLElement>(null);
  const onEnd = useCallback(
    (task: GalleryTask) => say(task.status === 'succeed' ? words.finished(task.pictures.length) : words.failed),
    [words],
  );
  // A change of language must not open the list anew.
  const latestOnEnd = useRef(onEnd);
  latestOnEnd.current = onEnd;
  const tellEnd = useCallback((task: GalleryTask) => latestOnEnd.current(task), []);
  const { store, state, submit } = useTasks(images, tellEnd);
  const hovering = useDroppedPicture(
    useCallback((file: File) => void form.offerReference(file), [form.offerReference]),
  );
  const more = useCallback(() => void store?.loadMore(), [store]);

  /** Submits; what was typed stays in the form whatever happens. */
  async function send(draft: Draft, withReference: boolean): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const model = models.find(({ model_name: name }) => name === draft.modelName) ?? form.model;
      await submit(fitDraft(draft, model), model, withReference ? form.reference : undefined);
      say(words.submitted);
      // On a phone the pictures are below the form.
      gallery.current?.scrollIntoView({ block: 'nearest' });
    } catch (failure) {
      setError(failure);
    }
    setSending(false);
  }
  /** One click from a newcomer to a picture: the example goes into the form and off. */
  function paintExample(example: string): void {
    form.change({ prompt: example });
    void send({ ...form.draft, prompt: example }, form.reference !== undefined);
  }
  /** Brings the settings of an earlier picture back, its seed too. */
  function reuse(task: GalleryTask): void {
    if (task.remembered) form.change(task.remembered.draft);
    setOpen(undefined);
    say(words.reused);
    prompt.current?.focus();
  }
  /** The same request with another seed. */
  function vary(task: GalleryTask): void {
    setOpen(undefined);
    if (task.remembered) void send({ ...task.remembered.draft, seed: '' }, false);
  }
  /** A finished picture becomes the reference of the next. */
  async function startFrom(url: string): Promise<void> {
    setOpen(undefined);
    try {
      const blob = await (await fetch(url)).blob();
      await form.offerReference(new File([blob], url.split('/').at(-1) ?? 'picture', { type: blob.type }));
    } catch (failure) {
      setError(failure);
    }
    prompt.current?.focus();
  }
  async function cancel(task: GalleryTask): Promise<void> {
    try {
      await store?.cancel(task.id);
    } catch (failure) {
      setError(failure);
    }
  }

  const shown = useMemo(
    () => (state?.tasks ?? []).flatMap((task) => task.pictures.map(({ index }) => ({ task, index }))),
    [state],
  );
  const place = open ? shown.findIndex(({ task, index }) => task.id === open.taskId && index === open.index) : -1;
  const current = shown[place];
  /** To the picture before or after in the gallery's order. */
  function step(by: 1 | -1): void {
    const next = shown[place + by];
    if (next) setOpen({ taskId: next.task.id, index: next.index });
  }
  function paramsOf(task: GalleryTask) {
    const kept = task.remembered;
    const model = models.find(({ model_name: name }) => name === kept?.draft.modelName);
    if (!kept || !model || kept.withReference) return undefined;
    return toParams(kept.draft, model, undefined);
  }

  const isNew = state !== undefined && !state.loading && state.reachedEnd && state.tasks.length === 0;
  return (
    <div className="studio">
      <Composer
        state={form}
        models={models}
        sending={sending}
        problem={error === undefined ? undefined : explainError(error, words)}
        promptRef={prompt}
        onSubmit={() => void send(form.draft, true)}
        onDismiss={() => setError(undefined)}
        onChangeKey={onDisconnect}
      />
      <main ref={gallery} className="gallery" id="pictures" aria-label={words.gallery} tabIndex={-1}>
        {state?.offline && (
          <p className="offline" role="status">
            {words.offline}
          </p>
        )}
        {isNew ? (
          <Welcome onPick={paintExample} disabled={sending} />
        ) : (
          state && (
            <Gallery
              state={state}
              problem={state.failure === undefined ? undefined : explainError(state.failure, words)}
              onMore={more}
              onOpen={(task, index) => setOpen({ taskId: task.id, index })}
              onCancel={cancel}
              onReuse={reuse}
              onChangeKey={onDisconnect}
            />
          )
        )}
      </main>
      <p className="unseen" role="status" aria-live="polite">
        {said}
      </p>
      {hovering && (
        <div className="drop-veil" aria-hidden="true">
          {words.dropHere}
        </div>
      )}
      {current && (
        <Viewer
          task={current.task}
          index={current.index}
          params={paramsOf(current.task)}
          neighbours={{ before: place > 0, after: place < shown.length - 1 }}
          onStep={step}
          onClose={() => setOpen(undefined)}
          onReuse={reuse}
          onVary={vary}
          onUseAsReference={(url) => void startFrom(url)}
        />
      )}
    </div>
  );
}
