// Reference pictures as people have them: an address, text, bytes, a file from a page.
import { toBase64 } from './encoding.js';

/** An http(s) URL, base64 with or without its `data:` prefix, bytes, or a Blob (a File is one). */
export type PictureInput = string | Uint8Array | Blob;

/** What the wire wants: a URL, or base64 alone. */
export async function toWirePicture(picture: PictureInput): Promise<string> {
  // Kling refuses the prefix that FileReader and canvases put in front.
  if (typeof picture === 'string') return picture.replace(/^data:[^,]*;base64,/i, '');
  return toBase64(picture instanceof Blob ? new Uint8Array(await picture.arrayBuffer()) : picture);
}
