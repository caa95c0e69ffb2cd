// Cutting a part out of a picture, in the browser.

/** A part of a picture, px of the picture itself. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part as a file of its own. PNG stays PNG (it may be transparent), anything else becomes JPEG q95. */
export async function cropPicture(file: File, part: Part): Promise<File> {
  const bitmap = await createImageBitmap(file, part.x, part.y, part.width, part.height);
  const canvas = document.createElement('canvas');
  canvas.width = part.width;
  canvas.height = part.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.95));
  if (blob === null) throw new Error('the browser could not write the picture');
  return new File([blob], file.name, { type });
}

/** The largest part with this ratio (width over height) in the middle of a picture. */
export function middlePart(width: number, height: number, ratio: number): Part {
  const wide = width / height > ratio;
  const part = wide
    ? { width: Math.round(height * ratio), height }
    : { width, height: Math.min(height, Math.round(width / ratio)) };
  return { x: Math.floor((width - part.width) / 2), y: Math.floor((height - part.height) / 2), ...part };
}
