// The page: the studio for who has a key that works, the question for one for who has not.
import { ConnectPage } from './connection/connect-page.js';
import { useConnection } from './connection/use-connection.js';
import { explainError } from './errors/explain-error.js';
import { Studio } from './studio.js';
import { useWords } from './text/language.js';
import { TopBar } from './top-bar.js';

/** Needs a LanguageProvider around it. */
export function App() {
  const words = useWords();
  const { connection, connecting, error, connect, disconnect } = useConnection();
  if (connection) {
    return (
      <>
        <a className="skip" href="#pictures">
          {words.skip}
        </a>
        <TopBar onDisconnect={disconnect} />
        <Studio connection={connection} onDisconnect={disconnect} />
      </>
    );
  }
  return (
    <>
      <TopBar />
      {connecting && error === undefined ? (
        <main className="connect" aria-busy="true" aria-label={words.connecting} />
      ) : (
        <ConnectPage
          connecting={connecting && error === undefined}
          problem={error === undefined ? undefined : explainError(error, words)}
          onConnect={connect}
        />
      )}
    </>
  );
}
