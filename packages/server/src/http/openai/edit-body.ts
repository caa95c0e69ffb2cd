// The body of an edit: a form with files, as OpenAI's clients send it, or JSON with addresses or base64.
import { invalidField } from '../../core/errors.js';
import { parseJsonObject } from '../body/parse-json-object.js';
import { parseForm } from './parse-form.js';

/**
 * The body as one flat object whose `image` is an address or bare base64. AppError 1200 for what is neither form nor JSON,
 * 1201 for no picture, several pictures, or a mask.
 */
export async function readEditBody(bytes: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const isForm = /^\s*multipart\/form-data\s*(?:;|$)/i.test(contentType);
  const given = isForm ? await readForm(bytes, contentType) : readJson(parseJsonObject(bytes));
  if (given.image === undefined) throw invalidField('image', 'image is required');
  return given;
}

async function readForm(bytes: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const { fields, files } = await parseForm(bytes, contentType);
  if (files.some((file) => file.field === 'mask') || fields.mask) refuseMask();
  const pictures = files.filter((file) => file.field === 'image' || file.field === 'image[]');
  if (pictures.length > 1) refuseSeveral(pictures.length);
  const [picture] = pictures;
  // Text too is tolerated: an address, or base64.
  const image = picture === undefined ? fields.image || undefined : picture.bytes.toString('base64');
  return { ...fields, image: typeof image === 'string' ? withoutDataPrefix(image) : undefined };
}

function readJson(given: Record<string, unknown>): Record<string, unknown> {
  if (given.mask !== undefined && given.mask !== null) refuseMask();
  const { images = given.image } = given;
  const pictures = Array.isArray(images) ? images : [images];
  if (pictures.length > 1) refuseSeveral(pictures.length);
  const [first] = pictures;
  const image = typeof first === 'object' && first !== null && 'image_url' in first ? first.image_url : first;
  return { ...given, image: typeof image === 'string' && image !== '' ? withoutDataPrefix(image) : undefined };
}

/** OpenAI's clients write pictures as `data:` URLs; the check wants what follows. */
function withoutDataPrefix(image: string): string {
  const prefix = /^data:[^,]{0,200};base64,/i.exec(image.slice(0, 256));
  return prefix ? image.slice(prefix[0].length) : image;
}

function refuseMask(): never {
  throw invalidField('mask', 'mask is not supported: the models here change the whole picture');
}

function refuseSeveral(count: number): never {
  throw invalidField('image', `image: ${count} pictures were sent, the models here take one reference picture`);
}
