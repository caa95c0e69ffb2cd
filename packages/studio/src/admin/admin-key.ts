// The admin key of this tab: asked for once, forgotten when the tab is closed.

const storageName = 'inkling.admin-key';

/** The key that this tab was given. */
export function readAdminKey(): string | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageName) ?? 'null');
    return typeof kept === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it; undefined forgets it. A browser that refuses asks again after a reload. */
export function keepAdminKey(key: string | undefined): void {
  try {
    if (key === undefined) sessionStorage.removeItem(storageName);
    else sessionStorage.setItem(storageName, JSON.stringify(key));
  } catch {
    // Kept in memory by the page that asked.
  }
}
