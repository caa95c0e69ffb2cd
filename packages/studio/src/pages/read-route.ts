// Which page is shown: the fragment says it, so that any server of plain files could serve them all, the browser's
// back button works, and a page can be kept as a bookmark.

/** Pages for who holds the admin key. */
export const adminSections = ['usage', 'accounts', 'service', 'audit'] as const;
export type AdminSection = (typeof adminSections)[number];

export type Route =
  | { page: 'studio' }
  | { page: 'task'; taskId: string }
  | { page: 'settings' }
  | { page: 'admin'; section: AdminSection };

/** The page of a task. */
export const taskAddress = (taskId: string) => `#/tasks/${encodeURIComponent(taskId)}`;
export const settingsAddress = '#/settings';
export const studioAddress = '#/';
export const adminAddress = (section: AdminSection) => `#/admin/${section}`;

/** What a fragment asks for; anything unknown is the studio. */
export function readRoute(fragment: string): Route {
  const [, page, rest] = /^#\/(\w+)(?:\/([^/]+))?$/.exec(fragment) ?? [];
  if (page === 'tasks' && rest !== undefined) {
    try {
      return { page: 'task', taskId: decodeURIComponent(rest) };
    } catch {
      return { page: 'studio' };
    }
  }
  if (page === 'settings') return { page: 'settings' };
  const section = adminSections.find((name) => name === rest);
  if (page === 'admin') return { page: 'admin', section: section ?? 'usage' };
  return { page: 'studio' };
}
