// The gallery of a newcomer: ideas that become a picture with one click.
import { useWords } from '../text/language.js';

/** Shown while the account has no tasks. */
export function Welcome({ onPick, disabled }: { onPick(prompt: string): void; disabled: boolean }) {
  const words = useWords();
  return (
    <div className="welcome">
      <div className="welcome-art" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <h2>{words.emptyTitle}</h2>
      <p className="muted">{words.emptyText}</p>
      <ul className="chips" aria-label={words.examplesTitle}>
        {words.examples.map((example) => (
          <li key={example}>
            <button type="button" className="chip" disabled={disabled} onClick={() => onPick(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
