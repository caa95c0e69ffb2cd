// The request and the answer as they go over the wire.
import { useState } from 'react';
import type { Caller } from '../api/caller.js';
import { apiPath } from '../connection/use-connection.js';
import { Icon } from '../look/icons.js';
import type { GalleryTask } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';
import { toSubmitFields } from './code-formats.js';

interface Props {
  call: Caller;
  task: GalleryTask;
  onCopy(text: string): Promise<void>;
}

/** Folded away; the answer is asked for when it is unfolded. */
export function RawPanel({ call, task, onCopy }: Props) {
  const words = useWords();
  const [answer, setAnswer] = useState<string>();
  async function unfold(open: boolean): Promise<void> {
    if (!open || answer !== undefined) return;
    const path = `${apiPath}/images/generations/${encodeURIComponent(task.id)}`;
    setAnswer(await call('GET', path).then((data) => JSON.stringify(data, null, 2), String));
  }
  const fields = toSubmitFields(task.request, task.hasReference);
  const request = JSON.stringify(
    {
      ...fields,
      ...(task.externalId === undefined ? {} : { external_task_id: task.externalId }),
      ...(task.hasReference ? { image: '…' } : {}),
    },
    null,
    2,
  );
  return (
    <details className="raw" onToggle={(event) => void unfold(event.currentTarget.open)}>
      <summary>
        {words.raw}
        <Icon name="down" />
      </summary>
      {[
        [words.rawRequest, request],
        [words.rawAnswer, answer ?? words.loading],
      ].map(([title, text = '']) => (
        <div key={title}>
          <div className="raw-head">
            <span className="muted fine">{title}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={words.copy(title ?? '')}
              onClick={() => void onCopy(text)}
            >
              <Icon name="copy" />
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
          <pre tabIndex={0}>{text}</pre>
        </div>
      ))}
    </details>
  );
}
