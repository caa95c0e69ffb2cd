// `inkling audit`: who changed what, over the API and from the command line.
import { renderAudit } from '../../http/admin/render-admin.js';
import { type AdminParts, administer } from './administer.js';
import { type ShowOptions, shortTime, showRows } from './show.js';
import { readLimit } from './tasks.js';

export async function listAudit(options: ShowOptions & { limit?: string }, parts: AdminParts): Promise<void> {
  const limit = readLimit(options.limit);
  const entries = await administer(parts, ({ administration }) => administration.listAudit(limit));
  showRows(
    parts.world,
    options,
    entries.map(renderAudit),
    {
      AT: (entry) => shortTime(entry.at),
      WHO: (entry) => entry.actor,
      WHAT: (entry) => entry.action,
      'TO WHAT': (entry) => entry.subject,
      DETAIL: (entry) => JSON.stringify(entry.detail),
    },
    'Nothing has been changed yet.',
  );
}
