// Why something of the administration could not be read or changed.
import { explainError } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { useWords } from '../text/language.js';

/** Nothing where there is no failure. */
export function FailureNote({ failure, onDismiss }: { failure: unknown; onDismiss?: () => void }) {
  const words = useWords();
  if (failure === undefined) return null;
  return <ProblemNote problem={explainError(failure, words)} {...(onDismiss ? { onDismiss } : {})} />;
}
