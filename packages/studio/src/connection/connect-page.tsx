// Asks for the key, in a friendly way.
import { type FormEvent, useState } from 'react';
import type { Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { Icon, Mark } from '../look/icons.js';
import { useWords } from '../text/language.js';

interface Props {
  problem: Problem | undefined;
  connecting: boolean;
  onConnect(key: string): void;
}

/** The page before there is a key that works. */
export function ConnectPage({ problem, connecting, onConnect }: Props) {
  const words = useWords();
  const [key, setKey] = useState('');
  const [shown, setShown] = useState(false);
  function connect(event: FormEvent): void {
    event.preventDefault();
    // Keys are often pasted with what stood before them.
    const bare = key.trim().replace(/^bearer\s+/i, '');
    if (bare !== '') onConnect(bare);
  }
  return (
    <main className="connect">
      <form className="connect-card" onSubmit={connect}>
        <Mark />
        <h1>{words.connectTitle}</h1>
        <p className="muted">{words.connectText}</p>
        <label className="field">
          <span className="field-label">{words.connectKey}</span>
          <span className="with-button">
            <input
              type={shown ? 'text' : 'password'}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              placeholder="sk-…"
              autoComplete="current-password"
              spellCheck={false}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={words.showKey}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              <Icon name="eye" />
            </button>
          </span>
        </label>
        {problem && <ProblemNote problem={problem} />}
        <button type="submit" className="primary" disabled={connecting || key.trim() === ''}>
          {connecting ? words.connecting : words.connectButton}
        </button>
        <p className="fine muted">{words.connectWhere}</p>
      </form>
    </main>
  );
}
