// A reference picture: the contract's checks (§2) before anything is uploaded, and its bytes as base64.

/** Most bytes of a file. */
const maxReferenceBytes = 10 * 1024 * 1024;
/** Shortest side, px. */
export const minReferenceSide = 300;
/** Longest side over shortest. */
export const maxReferenceRatio = 2.5;

/** A picture that passed the checks; `url` shows it. */
export interface Reference {
  file: File;
  /** What the file was cut out of, when it was. */
  original: File;
  url: string;
  width: number;
  height: number;
}

/** Why a picture was refused, with the figures to say so. `file`: cropping may help it. */
export type ReferenceFault =
  | { kind: 'type' | 'broken' }
  | { kind: 'size'; bytes: number; file: File }
  | { kind: 'sides'; width: number; height: number }
  | { kind: 'ratio'; width: number; height: number; file: File };

/** Width and height of what the browser decodes; undefined when it cannot. */
async function measure(file: File): Promise<{ width: number; height: number } | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return undefined;
  }
}

/** First bytes of a PNG or a JPEG: the server goes by content, not by name. */
async function isPngOrJpeg(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  return starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff);
}

/** The size alone: undefined when it is fine. */
function checkSides(file: File, width: number, height: number): ReferenceFault | undefined {
  if (Math.min(width, height) < minReferenceSide) return { kind: 'sides', width, height };
  if (Math.max(width, height) / Math.min(width, height) > maxReferenceRatio)
    return { kind: 'ratio', width, height, file };
  return undefined;
}

/** Checks a file. The caller releases `url` with `URL.revokeObjectURL`. */
export async function checkReference(
  file: File,
  original: File,
): Promise<{ reference: Reference } | { fault: ReferenceFault }> {
  if (!(await isPngOrJpeg(file))) return { fault: { kind: 'type' } };
  if (file.size > maxReferenceBytes) return { fault: { kind: 'size', bytes: file.size, file } };
  const size = await measure(file);
  if (size === undefined) return { fault: { kind: 'broken' } };
  const fault = checkSides(file, size.width, size.height);
  return fault ? { fault } : { reference: { file, original, url: URL.createObjectURL(file), ...size } };
}

/** Base64 without the `data:` prefix, which the server refuses. */
export function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
