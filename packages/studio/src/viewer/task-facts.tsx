// What is known of a task, as a list of terms.
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useSpeech } from '../text/language.js';

/** Settings where this browser sent them, times, cost and the task's id. */
export function TaskFacts({ task }: { task: GalleryTask }) {
  const { words, language } = useSpeech();
  const draft = task.remembered?.draft;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const facts: [string, string][] = [
    ...(draft
      ? ([
          [words.model, draft.modelName],
          [
            words.ratio,
            `${draft.aspectRatio} · ${draft.resolution.toUpperCase()} · ${draft.outputFormat.toUpperCase()}`,
          ],
          [words.seed, draft.seed],
          ...(draft.negativePrompt ? [[words.negative, draft.negativePrompt]] : []),
        ] as [string, string][])
      : []),
    [words.created, when.format(task.createdAtMs)],
    [words.took, words.seconds(((task.updatedAtMs - task.createdAtMs) / 1000).toFixed(1))],
    ...(task.units === undefined ? [] : ([[words.cost, words.units(Number(task.units))]] as [string, string][])),
    [words.task, task.id],
  ];
  return (
    <dl className="facts" aria-label={words.details}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
