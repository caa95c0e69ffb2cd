// The two dialects of the Kling API (contract §1). This table is the only place where they differ; nothing else may look
// at the prefix of a route.
import { AppError, type ErrorCode, quoteValue } from '../core/errors.js';

/** One way of speaking the API: a prefix, two defaults and two codes. */
export interface Dialect {
  /** In operation ids and component names of the API description. */
  name: 'gateway' | 'vendor';
  /** Without a slash at its end. */
  prefix: string;
  /** For `aspect_ratio` left out. */
  defaultAspectRatio: string;
  /** For `model_name` left out; null: it is required. */
  defaultModel: string | null;
  /** How a task that is not there is answered. The vendor's clients match on 1201. */
  unknownTaskCode: ErrorCode;
  /** How a model that is not there is answered. */
  unknownModelCode: ErrorCode;
}

/** Both, in the order in which they are documented. */
export const dialects: readonly Dialect[] = [
  {
    name: 'gateway',
    prefix: '/kling/v1',
    defaultAspectRatio: '1:1',
    defaultModel: null,
    unknownTaskCode: 1203,
    unknownModelCode: 1203,
  },
  {
    name: 'vendor',
    prefix: '/v1',
    defaultAspectRatio: '16:9',
    defaultModel: 'kling-v1',
    unknownTaskCode: 1201,
    unknownModelCode: 1201,
  },
];

/** The error for a task that is not there, or is another account's. */
export function unknownTask(dialect: Dialect, id: string): AppError {
  return new AppError(dialect.unknownTaskCode, `Task not found by id/external id: ${quoteValue(id)}`);
}
