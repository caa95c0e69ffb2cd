// multipart/form-data (RFC 7578) as bytes, for servers that take files.
import { randomBytes } from 'node:crypto';

/** One part: a text, or a file. Names are ours and need no escaping. */
export type FormPart =
  | { name: string; text: string }
  | { name: string; fileName: string; contentType: string; bytes: Uint8Array };

/** The body and the header it needs. */
export function formBody(parts: readonly FormPart[]): { body: Uint8Array; headers: Record<string, string> } {
  // Random: no file can hold it by accident or on purpose.
  const boundary = `inkling-${randomBytes(18).toString('hex')}`;
  const chunks: Uint8Array[] = [];
  for (const part of parts) {
    const file = 'bytes' in part ? `; filename="${part.fileName}"\r\ncontent-type: ${part.contentType}` : '';
    chunks.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${part.name}"${file}\r\n\r\n`));
    chunks.push('bytes' in part ? part.bytes : Buffer.from(part.text), Buffer.from('\r\n'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(chunks), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
