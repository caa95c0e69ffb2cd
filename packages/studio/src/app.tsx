// The page: the studio for who has a key that works, the question for one for who has not. Pages that most visits do
// not need are loaded when they are opened.
import { lazy, Suspense, useEffect, useRef } from 'react';
import { ConnectPage } from './connection/connect-page.js';
import { type Connection, useConnection } from './connection/use-connection.js';
import { explainError } from './errors/explain-error.js';
import type { Route } from './pages/read-route.js';
import { useRoute } from './pages/use-route.js';
import { Studio } from './studio.js';
import { useWords } from './text/language.js';
import { TopBar } from './top-bar.js';

const TaskPage = lazy(async () => ({ default: (await import('./task-page/task-page.js')).TaskPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/settings-page.js')).SettingsPage }));
const AdminPage = lazy(async () => ({ default: (await import('./admin/admin-page.js')).AdminPage }));

/** Needs a LanguageProvider around it. */
export function App() {
  const words = useWords();
  const route = useRoute();
  const { connection, connecting, error, connect, disconnect } = useConnection();
  useScrollMemory(route.page === 'studio');
  if (connection) {
    return (
      <>
        <button type="button" className="skip" onClick={skip}>
          {words.skip}
        </button>
        <TopBar route={route} />
        <Studio connection={connection} hidden={route.page !== 'studio'} onDisconnect={disconnect} />
        <Suspense fallback={<main className="page" aria-busy="true" aria-label={words.loading} />}>
          <OtherPage route={route} connection={connection} onDisconnect={disconnect} />
        </Suspense>
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

/** A button, no link: the fragment names the page, and a link into the page would leave it. */
function skip(): void {
  document.querySelector<HTMLElement>('main:not([hidden] main)')?.focus();
}

function OtherPage(props: { route: Route; connection: Connection; onDisconnect(): void }) {
  const { route, connection, onDisconnect } = props;
  if (route.page === 'task') return <TaskPage key={route.taskId} connection={connection} taskId={route.taskId} />;
  if (route.page === 'settings') return <SettingsPage connection={connection} onDisconnect={onDisconnect} />;
  if (route.page === 'admin') return <AdminPage section={route.section} />;
  return null;
}

/** Who comes back to the studio finds it as far down as they left it; other pages start at their top. */
function useScrollMemory(inStudio: boolean): void {
  const left = useRef(0);
  useEffect(() => {
    if (!inStudio) {
      window.scrollTo(0, 0);
      return;
    }
    const back = requestAnimationFrame(() => window.scrollTo(0, left.current));
    const keep = () => {
      left.current = window.scrollY;
    };
    window.addEventListener('scroll', keep, { passive: true });
    return () => {
      cancelAnimationFrame(back);
      window.removeEventListener('scroll', keep);
    };
  }, [inStudio]);
}
