// Logging: one JSON line per event, pretty on a terminal. Secrets and pictures are cut out here, once, for every line.
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'child' | 'isLevelEnabled'>;

export interface LogOptions {
  level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `auto` is pretty on a terminal, JSON elsewhere. */
  format: 'json' | 'pretty' | 'auto';
  /** Where JSON lines go instead of standard output. */
  stream?: { write(line: string): void };
}

/** Longest string kept in a log line, in characters: a base64 picture never fits. */
const maxTextLength = 500;

/** Bearer keys, JWTs and webhook secrets, wherever they stand in a text. */
const secretPattern = /\b(?:sk|ak|whsec)[-_][\w+/=.-]{6,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+|\bBearer\s+[^\s"',;]+/gi;

/** A text as it may be logged: secrets masked, long runs cut. */
export function maskText(text: string): string {
  const cut = text.length > maxTextLength ? `${text.slice(0, maxTextLength)}… (${text.length} characters)` : text;
  return cut.replace(secretPattern, (found) => `${found.slice(0, 6)}…`);
}

/** Masks every string inside a value of a log line; what lies deeper than 6 is left out. */
function maskValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 5) return '…';
  if (value instanceof Error) return maskError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => maskValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, depth + 1)]));
}

/** What is kept of an error: its name, message, the top of its stack, its causes. */
function maskError(error: Error, depth: number): object {
  const stack = error.stack?.split('\n').slice(1, 8);
  return {
    type: error.name,
    message: maskText(error.message),
    stack: stack?.map((line) => line.trim()).join('\n'),
    ...(error.cause === undefined ? {} : { cause: maskValue(error.cause, depth + 1) }),
  };
}

/**
 * The same log for lines that hold nothing of a caller's: their fields are written as they are. A look for secrets takes
 * longer than the rest of the line.
 */
export function plainLog(log: Log): Log {
  return log.child({}, { formatters: { log: (fields) => fields } });
}

/** Makes the process's logger. */
export async function createLog(options: LogOptions): Promise<Log> {
  const terminal = options.format === 'auto' && process.stdout.isTTY === true;
  const pretty = !options.stream && (options.format === 'pretty' || terminal);
  const stream = pretty ? await prettyStream() : (options.stream ?? pino.destination({ fd: 1, sync: false }));
  const log: Log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => maskValue(fields) as Record<string, unknown>,
      },
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          const masked = args.map((arg) => (typeof arg === 'string' ? maskText(arg) : arg));
          method.apply(this, masked as Parameters<typeof method>);
        },
      },
    },
    stream,
  );
  return log;
}

/** The terminal's form, loaded only when somebody looks. */
async function prettyStream(): Promise<{ write(line: string): void }> {
  const { default: makePretty } = await import('pino-pretty');
  const stream = makePretty({ destination: 1, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l' });
  return { write: (line) => void stream.write(line) };
}
