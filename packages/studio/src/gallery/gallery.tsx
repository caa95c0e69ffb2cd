// The account's pictures, newest first, by day. Only rows near the window are in the document, however many there are.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { isFiltering } from '../tasks/task-filter.js';
import type { TaskStoreState } from '../tasks/task-store.js';
import { useSpeech } from '../text/language.js';
import { arrangeRows, type Row } from './arrange-rows.js';
import { PendingTile } from './pending-tile.js';
import { PictureTile } from './picture-tile.js';
import { type TileItem, toSections } from './to-sections.js';

interface Props {
  state: TaskStoreState;
  problem: Problem | undefined;
  onMore(): void;
  onOpen(task: GalleryTask, index: number): void;
  onCancel(task: GalleryTask): Promise<void>;
  onReuse(task: GalleryTask): void;
  onChangeKey(): void;
  onClearFilter(): void;
}

/** A narrow gallery has smaller rows: two pictures beside each other on a phone. */
const sizesOf = (width: number) => ({ width, aim: width < 600 ? 150 : 250, gap: 10, heading: 44 });
/** Rows beside the window, on either side, that are drawn too: half a second of reading; more costs every frame of a flight. */
const overscan = 2;
/** From so many rows before the end the next page is read. */
const rowsAhead = 10;

/** Width of an element, px, as it changes; and its distance from the top of the document. */
function useBox() {
  const element = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const current = element.current;
    if (!current) return;
    const measure = () => {
      const { width, top } = current.getBoundingClientRect();
      // While the page is hidden it has no size; what it had stays.
      if (width > 0)
        setBox((before) => {
          const next = { width: Math.floor(width), top: Math.round(top + window.scrollY) };
          return before.width === next.width && before.top === next.top ? before : next;
        });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    // What stands above the gallery on a phone grows and shrinks.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return { element, ...box };
}

/** Reads the next page when its end comes near the window; the button does so too. */
export function Gallery(props: Props) {
  const { state, problem, onMore, onChangeKey, onClearFilter, onOpen, onCancel, onReuse } = props;
  const handlers = { onOpen, onCancel, onReuse };
  const { words, language } = useSpeech();
  const { element, width, top } = useBox();
  const rows = useMemo(
    () => (width === 0 ? [] : arrangeRows(toSections(state.tasks, language, words), sizesOf(width))),
    [state.tasks, language, words, width],
  );
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => rows[index]?.height ?? 0,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan,
    scrollMargin: top,
  });
  // Heights are computed, not measured: they change with the width and with what the rows hold.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what makes the heights new
  useLayoutEffect(() => virtualizer.measure(), [rows, virtualizer]);
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const hungry = !state.loading && !state.reachedEnd && problem === undefined && last >= rows.length - rowsAhead;
  useEffect(() => {
    if (hungry && width > 0) onMore();
  }, [hungry, width, onMore]);
  const empty = !state.loading && state.reachedEnd && state.tasks.length === 0;
  const waits = state.loading && state.tasks.length === 0;
  return (
    <>
      {waits && (
        <div className="gallery-wait" aria-hidden="true">
          {['1', '2', '3', '4', '5', '6'].map((place) => (
            <div key={place} className="tile waits" />
          ))}
        </div>
      )}
      <div ref={element} className="rows" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const row = rows[index];
          return row && <GalleryRow key={key} row={row} top={start - top} {...handlers} />;
        })}
      </div>
      <div className="gallery-end">
        {problem && <ProblemNote problem={problem} onChangeKey={onChangeKey} />}
        {empty && isFiltering(state.filter) && (
          <>
            <p className="muted">{words.nothingFound}</p>
            <button type="button" className="quiet" onClick={onClearFilter}>
              {words.showAll}
            </button>
          </>
        )}
        {state.loading && <p className="muted">{words.loading}</p>}
        {!state.loading && !state.reachedEnd && (
          <button type="button" className="quiet" onClick={onMore}>
            {problem ? words.retry : words.loadMore}
          </button>
        )}
      </div>
    </>
  );
}

type RowProps = Pick<Props, 'onOpen' | 'onCancel' | 'onReuse'> & { row: Row<TileItem>; top: number };

/** One row, where it belongs. Drawn once, however often the window moves over it. */
const GalleryRow = memo(function GalleryRow({ row, top, onOpen, onCancel, onReuse }: RowProps) {
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'heading') {
    return (
      <h2 className="row-place day-heading" style={style}>
        {row.text}
      </h2>
    );
  }
  const height = row.height - 10;
  return (
    <ul className="row-place tiles" style={style}>
      {row.tiles.map(({ key, width, item: { task, index } }) =>
        task.status === 'succeed' ? (
          <PictureTile key={key} task={task} index={index} width={width} height={height} onOpen={onOpen} />
        ) : (
          <PendingTile
            key={key}
            task={task}
            index={index}
            size={{ width, height }}
            onCancel={onCancel}
            onReuse={onReuse}
          />
        ),
      )}
    </ul>
  );
});
