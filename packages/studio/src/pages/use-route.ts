// The page that is shown, for React.
import { useEffect, useState } from 'react';
import { type Route, readRoute } from './read-route.js';

/** The page that the address asks for now. */
export function useRoute(): Route {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const follow = () => setFragment(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return readRoute(fragment);
}
