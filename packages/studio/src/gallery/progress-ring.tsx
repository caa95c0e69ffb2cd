// How far a picture is, as a ring that closes.
import { useWords } from '../text/language.js';

interface Props {
  /** 0–1. */
  fraction: number;
  /** What it is of, for screen readers. */
  name: string;
  /** A worker has it; else it stands in line. */
  working: boolean;
}

/** Radius of the ring in its 36 × 36 box, and the way around it. */
const radius = 15;
const around = 2 * Math.PI * radius;

/** Nothing told yet: an arc that goes round. Standing in line: an empty ring. A whole one: a tick. */
export function ProgressRing({ fraction, name, working }: Props) {
  const words = useWords();
  const percent = Math.round(fraction * 100);
  const known = working && percent > 0;
  const state = !working ? 'waiting' : percent >= 100 ? 'whole' : known ? 'known' : 'unknown';
  return (
    <div
      className="ring"
      data-state={state}
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(known ? { 'aria-valuenow': percent } : {})}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r={radius} />
        {working && (
          <circle
            className="ring-part"
            cx="18"
            cy="18"
            r={radius}
            strokeDasharray={around}
            strokeDashoffset={around * (1 - (known ? Math.min(1, fraction) : 0.22))}
          />
        )}
        {state === 'whole' && <path d="M12.5 18.5l3.7 3.7 7.3-8" />}
      </svg>
      {state === 'known' && <span aria-hidden="true">{words.percent(percent)}</span>}
    </div>
  );
}
