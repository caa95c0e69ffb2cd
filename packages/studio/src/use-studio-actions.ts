// What a visitor does: send the form, bring settings back, vary, start from a picture, cancel, remove.
import { useState } from 'react';
import type { Connection } from './connection/use-connection.js';
import { type Draft, fitDraft } from './draft/draft.js';
import { checkReference, type Reference } from './draft/reference.js';
import { toDraft } from './draft/to-draft.js';
import type { DraftState } from './draft/use-draft.js';
import { type GalleryPicture, type GalleryTask, referencePath } from './tasks/gallery-task.js';
import { isFiltering, noFilter } from './tasks/task-filter.js';
import type { useTasks } from './tasks/use-tasks.js';
import { useWords } from './text/language.js';

interface Parts {
  connection: Connection;
  form: DraftState;
  tasks: ReturnType<typeof useTasks>;
  /** For screen readers. */
  say(text: string): void;
  /** The form was sent: its pictures will come. */
  onSent(): void;
  /** Something was put into the form: it wants to be seen. */
  onForm(): void;
}

/** Failures end up in `error`; nothing here rejects. */
export function useStudioActions({ connection, form, tasks, say, onSent, onForm }: Parts) {
  const words = useWords();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const { models, call } = connection;

  /** Runs, and keeps what it throws. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    }
  }

  /** Submits; what was typed stays in the form whatever happens. */
  async function send(draft: Draft, reference: Reference | undefined): Promise<void> {
    setSending(true);
    await attempt(async () => {
      const model = models.find(({ model_name: name }) => name === draft.modelName) ?? form.model;
      await tasks.submit(fitDraft(draft, model), model, reference);
      say(words.submitted);
      // Its name is taken now.
      if (draft.externalTaskId !== '') form.change({ externalTaskId: '' });
      // What was asked for must be seen.
      if (tasks.state && isFiltering(tasks.state.filter)) tasks.store?.setFilter(noFilter);
      onSent();
    });
    setSending(false);
  }

  /** The picture that a task started from, as a file; undefined when the server no longer has it. */
  async function readReference(task: GalleryTask): Promise<File | undefined> {
    if (!task.hasReference) return undefined;
    const blob = await call.bytes(referencePath(task.id)).catch(() => undefined);
    const ending = blob?.type === 'image/png' ? 'png' : 'jpg';
    return blob && new File([blob], `${words.reference}.${ending}`, { type: blob.type });
  }

  return {
    sending,
    error,
    dismiss: () => setError(undefined),
    send,
    /** One click from a newcomer to a picture: the example goes into the form and off. */
    paintExample(example: string): void {
      form.change({ prompt: example });
      void send({ ...form.draft, prompt: example }, form.reference);
    },
    /** Brings everything of an earlier task back into the form, its seed and its reference too. */
    reuse(task: GalleryTask): void {
      form.change(toDraft(task.request));
      onForm();
      void attempt(async () => {
        const file = await readReference(task);
        if (file) await form.offerReference(file);
        else form.removeReference();
        say(words.reused);
      });
    },
    /** The same request with another seed. */
    vary(task: GalleryTask): void {
      void attempt(async () => {
        const file = await readReference(task);
        const checked = file && (await checkReference(file, file));
        const reference = checked && 'reference' in checked ? checked.reference : undefined;
        await send({ ...toDraft(task.request), seed: '' }, reference);
        if (reference) URL.revokeObjectURL(reference.url);
      });
      onForm();
    },
    /** A finished picture becomes the reference of the next. */
    startFrom(picture: GalleryPicture): void {
      void attempt(async () => {
        const blob = await (await fetch(picture.url)).blob();
        await form.offerReference(new File([blob], picture.url.split('/').at(-1) ?? 'picture', { type: blob.type }));
      });
      onForm();
    },
    cancel: (task: GalleryTask) => attempt(async () => tasks.store?.cancel(task.id)),
    remove: (task: GalleryTask) => void attempt(async () => tasks.store?.remove(task.id)),
  };
}
