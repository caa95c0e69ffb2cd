// Request targets as callers write them: doubled slashes, a slash at the end, absolute form. Routes are matched on the
// plain form, so that joining a base URL and a path carelessly still works (contract §1).

const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** `url` with single slashes and none at the end of its path; the query string is left as it is. */
export function normalizeUrl(url: string): string {
  const target = url.startsWith('/') ? url : url.replace(absoluteForm, '');
  const queryAt = target.search(/[?#]/);
  const path = queryAt < 0 ? target : target.slice(0, queryAt);
  const plain = path.replace(/\/{2,}/g, '/').replace(/(?<=[^/])\/$/, '') || '/';
  return queryAt < 0 ? plain : plain + target.slice(queryAt);
}
