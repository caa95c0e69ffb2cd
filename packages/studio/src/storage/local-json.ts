// localStorage for small JSON values. A browser that refuses it (private windows, quota) costs memory, not the page.

/** What is kept under the name; undefined when there is nothing readable. */
export function readLocal(name: string): unknown {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps a JSON value; undefined removes it. Returns whether the browser kept it. */
export function writeLocal(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
