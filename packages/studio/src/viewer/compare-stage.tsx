// A picture over its reference, with a line between them that moves: by pointer or by arrow keys.
import { type CSSProperties, useEffect, useState } from 'react';
import type { Caller } from '../api/caller.js';
import { referencePath } from '../tasks/gallery-task.js';
import { useWords } from '../text/language.js';

/** The reference picture of a task as an address for `img`; undefined until it is there, null when it is not kept. */
function useReferenceUrl(call: Caller, taskId: string): string | null | undefined {
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    call.bytes(referencePath(taskId)).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => !gone && setUrl(null),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [call, taskId]);
  return url;
}

/** `ratio` of the picture, width over height. The reference is fitted into the same frame. */
export function CompareStage(props: { call: Caller; taskId: string; url: string; name: string; ratio: number }) {
  const words = useWords();
  const reference = useReferenceUrl(props.call, props.taskId);
  const [share, setShare] = useState(50);
  if (reference === null) return <p className="stage muted">{words.referenceGone}</p>;
  const frame = { aspectRatio: props.ratio, '--share': `${share}%`, '--ratio': props.ratio } as CSSProperties;
  return (
    <div className="compare">
      <div className="compare-frame" style={frame}>
        {reference && <img src={reference} alt={words.reference} className="compare-reference" />}
        <img src={props.url} alt={props.name} className="compare-picture" />
        <input
          type="range"
          min={0}
          max={100}
          value={share}
          aria-label={words.compareSlider}
          onChange={(event) => setShare(Number(event.target.value))}
        />
        <span className="compare-line" aria-hidden="true" />
        <span className="compare-label before">{words.reference}</span>
        <span className="compare-label after">{words.picture}</span>
      </div>
    </div>
  );
}
