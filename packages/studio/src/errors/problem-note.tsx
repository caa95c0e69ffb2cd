// A failure on the page: what happened, what to do, and the server's own words.
import { useWords } from '../text/language.js';
import type { Problem } from './explain-error.js';

interface Props {
  problem: Problem;
  onDismiss?: () => void;
  onChangeKey?: () => void;
}

/** Announced by screen readers as soon as it appears. */
export function ProblemNote({ problem, onDismiss, onChangeKey }: Props) {
  const words = useWords();
  return (
    <div className="note" role="alert">
      <strong>{problem.title}</strong>
      <p>{problem.advice}</p>
      {problem.detail && <p className="note-detail">{problem.detail}</p>}
      {problem.requestId && (
        <p className="note-request">
          {words.requestId} <code>{problem.requestId}</code>
        </p>
      )}
      <div className="note-actions">
        {problem.keyTrouble && onChangeKey && (
          <button type="button" className="quiet" onClick={onChangeKey}>
            {words.changeKey}
          </button>
        )}
        {onDismiss && (
          <button type="button" className="quiet" onClick={onDismiss}>
            {words.dismiss}
          </button>
        )}
      </div>
    </div>
  );
}
