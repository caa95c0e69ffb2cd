// The key of this browser, and what its account has left.
import { useState } from 'react';
import type { Connection } from '../connection/use-connection.js';
import { copyText } from '../look/copy-text.js';
import { Icon } from '../look/icons.js';
import { adminAddress } from '../pages/read-route.js';
import { useWords } from '../text/language.js';
import { PackList } from './pack-list.js';

/** Enough of a key to tell it from others. */
const maskKey = (key: string) => `${key.slice(0, 6)}…${key.slice(-4)}`;

/** The page of `#/settings`. */
export function SettingsPage({ connection, onDisconnect }: { connection: Connection; onDisconnect(): void }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState('');
  const { key } = connection;
  async function copy(text: string): Promise<void> {
    setCopied((await copyText(text)) ? words.copied : words.copyFailed);
  }
  return (
    <main className="page narrow" tabIndex={-1} aria-label={words.pageSettings}>
      <h1>{words.pageSettings}</h1>
      <section className="card" aria-labelledby="key">
        <h2 id="key">{words.connectKey}</h2>
        <p className="fine muted">{words.keyText}</p>
        <div className="key-line">
          <code className="break">{shown ? key : maskKey(key)}</code>
          <button
            type="button"
            className="icon-button"
            aria-label={words.showKey}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon name="eye" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.copy(words.connectKey)}
            onClick={() => void copy(key)}
          >
            <Icon name="copy" />
          </button>
        </div>
        <div className="card-actions">
          <button type="button" className="quiet" onClick={() => void copy(`${location.origin}/#key=${key}`)}>
            <Icon name="key" />
            {words.copyAddress}
          </button>
          <button type="button" className="quiet" onClick={onDisconnect}>
            <Icon name="leave" />
            {words.disconnect}
          </button>
        </div>
        <p className="fine muted" role="status">
          {copied}
        </p>
      </section>
      <PackList call={connection.call} />
      <section className="card" aria-labelledby="admin">
        <h2 id="admin">{words.pageAdmin}</h2>
        <p className="muted">{words.adminText}</p>
        <div className="card-actions">
          <a className="quiet" href={adminAddress('usage')}>
            <Icon name="chart" />
            {words.adminOpen}
          </a>
        </div>
      </section>
    </main>
  );
}
