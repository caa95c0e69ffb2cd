// Who may administer: the holder of the admin key, and nobody with an account's key.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../core/errors.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** An `onRequest` hook. AppError 1001, 1002, or 1103 where no admin key is configured. */
export function createAdminAuthentication(adminKey: string | null) {
  const expected = adminKey === null ? null : digest(adminKey);
  return async function authenticate(request: FastifyRequest): Promise<void> {
    if (expected === null) {
      throw new AppError(1103, 'Administration over HTTP is closed: set INKLING_ADMIN_KEY to open it');
    }
    const header = request.headers.authorization?.trim() ?? '';
    if (header === '') throw new AppError(1001);
    const given = /^bearer[ \t]+(\S+)$/i.exec(header.slice(0, 4096))?.[1];
    if (given === undefined || !timingSafeEqual(digest(given), expected)) {
      throw new AppError(1002, 'Authorization is invalid: this is not the admin key');
    }
  };
}
