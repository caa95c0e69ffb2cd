// multipart/form-data (RFC 7578) from a body that is in memory already, within bounds on how much structure it may have.
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { AppError } from '../../core/errors.js';
import { maxFileBytes } from '../../images/picture-limits.js';

/** One file of a form. */
export interface FormFile {
  /** Name of the field it came in. */
  field: string;
  bytes: Buffer;
}

/** A form. A field that came twice has its last value. */
export interface Form {
  fields: Record<string, string>;
  files: FormFile[];
}

/** More parts than any client sends, few enough to cost nothing. */
const limits = {
  fieldNameSize: 100,
  fieldSize: 64 * 1024,
  fields: 50,
  files: 20,
  parts: 70,
  fileSize: maxFileBytes,
};

/** Reads a form. AppError 1200 when it is none, breaks off or has too many parts; 1201 naming the file that is too large. */
export function parseForm(bytes: Buffer, contentType: string): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fail = (problem: string, cause?: unknown) =>
      reject(new AppError(1200, `Request body is not a valid form: ${problem}`, { cause }));
    let parser: BusboyInstance;
    try {
      parser = new Busboy({ headers: { 'content-type': contentType }, limits });
    } catch (error) {
      // Without a boundary there is nothing to split at.
      fail('its Content-Type names no boundary', error);
      return;
    }
    const form: Form = { fields: Object.create(null), files: [] };
    parser.on('field', (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) fail('a field is too long');
      else form.fields[name] = value;
    });
    parser.on('file', (field, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () =>
        reject(
          new AppError(1201, `${field}: File size is invalid, at most ${maxFileBytes / 1024 / 1024} MB are allowed`, {
            field,
          }),
        ),
      );
      stream.on('error', (error: unknown) => fail('a file breaks off', error));
      stream.on('end', () => form.files.push({ field, bytes: Buffer.concat(chunks) }));
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      parser.on(event, () => fail('it has too many parts'));
    parser.on('error', (error: unknown) => fail('it breaks off', error));
    parser.on('finish', () => resolve(form));
    parser.end(bytes);
  });
}
