// The connected page: the form on one side, the pictures on the other, one of them large when asked for.
import { useCallback, useMemo, useRef, useState } from 'react';
import { Composer } from './composer/composer.js';
import type { Connection } from './connection/use-connection.js';
import { useDraft } from './draft/use-draft.js';
import { explainError } from './errors/explain-error.js';
import { FilterBar } from './gallery/filter-bar.js';
import { Gallery } from './gallery/gallery.js';
import { Welcome } from './gallery/welcome.js';
import { useDroppedPicture } from './look/use-dropped-picture.js';
import type { GalleryTask } from './tasks/gallery-task.js';
import { isFiltering, noFilter } from './tasks/task-filter.js';
import { useTasks } from './tasks/use-tasks.js';
import { useWords } from './text/language.js';
import { useStudioActions } from './use-studio-actions.js';
import { Viewer } from './viewer/viewer.js';

interface Props {
  /** Its `models` are not empty. */
  connection: Connection;
  /** Another page is shown: this one keeps its place, and takes no pictures meanwhile. */
  hidden: boolean;
  onDisconnect(): void;
}

/** Stays in the document while other pages are shown: what runs is followed, what was loaded stays. */
export function Studio({ connection, hidden, onDisconnect }: Props) {
  const words = useWords();
  const { call, models } = connection;
  const form = useDraft(models);
  const [said, say] = useState('');
  const [open, setOpen] = useState<{ taskId: string; index: number }>();
  const prompt = useRef<HTMLTextAreaElement>(null);
  const gallery = useRef<HTMLElement>(null);
  // A change of language must not open the list anew.
  const latestWords = useRef(words);
  latestWords.current = words;
  const tellEnd = useCallback((task: GalleryTask) => {
    const { finished, failed } = latestWords.current;
    say(task.status === 'succeed' ? finished(task.pictures.length) : failed);
  }, []);
  const tasks = useTasks(connection, tellEnd);
  const { store, state } = tasks;
  const actions = useStudioActions({
    connection,
    form,
    tasks,
    say,
    onSent: () => gallery.current?.scrollIntoView({ block: 'nearest' }),
    onForm() {
      setOpen(undefined);
      prompt.current?.focus();
    },
  });
  const hovering = useDroppedPicture(
    useCallback((file: File) => void form.offerReference(file), [form.offerReference]),
    !hidden,
  );
  const more = useCallback(() => void store?.loadMore(), [store]);
  const show = useCallback((task: GalleryTask, index: number) => setOpen({ taskId: task.id, index }), []);

  const shown = useMemo(
    () => (state?.tasks ?? []).flatMap((task) => task.pictures.map(({ index }) => ({ task, index }))),
    [state?.tasks],
  );
  const place = open ? shown.findIndex(({ task, index }) => task.id === open.taskId && index === open.index) : -1;
  const current = shown[place];
  /** To the picture before or after in the gallery's order. */
  function step(by: 1 | -1): void {
    const next = shown[place + by];
    if (next) setOpen({ taskId: next.task.id, index: next.index });
  }

  const problem = actions.error === undefined ? undefined : explainError(actions.error, words);
  const filtering = state !== undefined && isFiltering(state.filter);
  const isNew = state?.reachedEnd && !state.loading && !filtering && state.tasks.length === 0;
  return (
    <div className="studio" hidden={hidden}>
      <Composer
        state={form}
        call={call}
        models={models}
        sending={actions.sending}
        problem={problem}
        promptRef={prompt}
        onSubmit={() => void actions.send(form.draft, form.reference)}
        onDismiss={actions.dismiss}
        onChangeKey={onDisconnect}
      />
      <main ref={gallery} className="gallery" id="pictures" aria-label={words.gallery} tabIndex={-1}>
        {state?.offline && (
          <p className="offline" role="status">
            {words.offline}
          </p>
        )}
        {store && state && !isNew && <FilterBar filter={state.filter} models={models} onChange={store.setFilter} />}
        {isNew ? (
          <Welcome onPick={actions.paintExample} disabled={actions.sending} />
        ) : (
          state && (
            <Gallery
              state={state}
              problem={state.failure === undefined ? undefined : explainError(state.failure, words)}
              onMore={more}
              onOpen={show}
              onCancel={actions.cancel}
              onReuse={actions.reuse}
              onChangeKey={onDisconnect}
              onClearFilter={() => store?.setFilter(noFilter)}
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
      {current && !hidden && (
        <Viewer
          call={call}
          task={current.task}
          index={current.index}
          neighbours={{ before: place > 0, after: place < shown.length - 1 }}
          onStep={step}
          onClose={() => setOpen(undefined)}
          onReuse={actions.reuse}
          onVary={actions.vary}
          onUseAsReference={actions.startFrom}
          onRemove={(task) => {
            setOpen(undefined);
            actions.remove(task);
          }}
        />
      )}
    </div>
  );
}
