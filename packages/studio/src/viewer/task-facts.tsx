// What is known of a task, as a list of terms.
import { type GalleryTask, hasEnded } from '../tasks/gallery-task.js';
import { useSpeech } from '../text/language.js';

/** `840 kB`, `1.2 MB`. */
function writeBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Settings, times, cost and the task's ids. */
export function TaskFacts({ task, index }: { task: GalleryTask; index?: number }) {
  const { words, language } = useSpeech();
  const { request } = task;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const picture = task.pictures.find((entry) => entry.index === index);
  const facts: [term: string, value: string | undefined][] = [
    [words.model, request.model_name],
    [words.ratio, `${request.aspect_ratio} · ${task.width} × ${task.height}`],
    [words.count, request.n > 1 ? String(request.n) : undefined],
    [words.format, request.output_format.toUpperCase() + (picture ? ` · ${writeBytes(picture.bytes)}` : '')],
    [words.seed, String(request.seed)],
    [words.negative, request.negative_prompt ?? undefined],
    [words.imageFidelity, task.hasReference ? request.image_fidelity.toFixed(2) : undefined],
    [words.created, when.format(task.createdAtMs)],
    [
      words.took,
      hasEnded(task) && task.endedAtMs !== undefined
        ? words.seconds(((task.endedAtMs - task.createdAtMs) / 1000).toFixed(1))
        : undefined,
    ],
    [words.cost, task.status === 'succeed' ? words.units(task.units) : undefined],
    [words.task, task.id],
    [words.externalId, task.externalId],
  ];
  return (
    <dl className="facts" aria-label={words.details}>
      {facts.map(
        ([term, value]) =>
          value !== undefined && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
