// An account's tasks as a gallery reads them: by cursor, by words of the prompt, by status and model.
//
// The prompt lies in the request's JSON, as everything that is asked for does. A search looks at a bounded number of
// rows and says where it stopped, so that a rare word in a long history costs many short queries, not one long one that
// holds the embedded database (and with it the event loop).
import { type RawBuilder, sql } from 'kysely';
import type { GalleryCursor, GalleryRows } from '../store.js';
import { readPictures } from './read-pictures.js';
import type { TaskRow } from './schema.js';
import type { SqlDialect } from './sql-dialect.js';
import { readMarks } from './task-marks.js';

/** Most rows that one filtered page looks at: about 10 ms of SQLite. */
const maxScanned = 5000;

/**
 * A `like` pattern for requests whose prompt holds the text; `!` escapes. The prompt stands between these two names
 * (wire/check-submit.ts writes them in this order), and neither can be part of it: JSON escapes its quotes. Quotes and
 * line breaks of the text are looked for as JSON writes them.
 */
function promptPattern(text: string): string {
  const inJson = JSON.stringify(text).slice(1, -1);
  return `%"prompt":"%${inJson.replace(/[!%_]/g, '!$&')}%","negativePrompt":%`;
}

/** Builds the gallery part of a Store. */
export function createGalleryRows(dialect: SqlDialect): GalleryRows {
  const { database } = dialect;

  /** Tasks older than the cursor, newest first; what `select` says of them. */
  const older = (select: RawBuilder<unknown>, accountId: string, before: GalleryCursor | undefined) => sql`
    select ${select} from tasks where account_id = ${accountId}
      and ${before === undefined ? sql`1 = 1` : sql`(created_at, id) < (${before.createdAtMs}, ${before.id})`}
    order by created_at desc, id desc`;

  /** The last row that a filtered page looked at, when there are rows behind it. */
  async function findStop(accountId: string, before: GalleryCursor | undefined): Promise<GalleryCursor | undefined> {
    const { rows } = await sql<Pick<TaskRow, 'id' | 'created_at'>>`
      ${older(sql`id, created_at`, accountId, before)} limit 1 offset ${maxScanned - 1}`.execute(database);
    return rows[0] && { createdAtMs: rows[0].created_at, id: rows[0].id };
  }

  return {
    marks: (taskId) => readMarks(database, taskId),

    async page({ accountId, before, limit, search, statuses, model }) {
      const filtered = search !== undefined || statuses !== undefined || model !== undefined;
      const { rows } = await sql<TaskRow>`select * from (
          ${older(sql`*`, accountId, before)} limit ${filtered ? maxScanned : limit}
        ) as looked_at
        where ${statuses === undefined ? sql`1 = 1` : sql`status in (${sql.join(statuses)})`}
          and ${model === undefined ? sql`1 = 1` : sql`model = ${model}`}
          and ${search === undefined ? sql`1 = 1` : sql`lower(request) like lower(${promptPattern(search)}) escape '!'`}
        order by created_at desc, id desc limit ${limit}`.execute(database);
      const last = rows.at(-1);
      const next =
        rows.length === limit && last
          ? { createdAtMs: last.created_at, id: last.id }
          : filtered
            ? await findStop(accountId, before)
            : undefined;
      return { tasks: await readPictures(dialect, database, rows), next };
    },
  };
}
