// What the images room hands out: a picture that was decoded once, whole, in a process of its own, within bounds.

export interface CheckedPicture {
  /**
   * Normalised: EXIF orientation applied, sRGB, 8 bit, first frame, metadata gone, sides at most 3072 px, at most 10 MB.
   * PNG where any pixel is transparent, else JPEG q95.
   */
  bytes: Uint8Array;
  contentType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** The human faces of a picture. */
export interface FacesFound {
  /** Of the picture as it was looked at, pixels, EXIF orientation applied. */
  width: number;
  height: number;
  /** Surest first. `box`: left, top, right, bottom as fractions of the sides; `score`: 0.55–1. */
  faces: { box: [number, number, number, number]; score: number }[];
}

export interface ReferenceChecker {
  /**
   * Checks a picture that came as bare base64. `face`: it must hold exactly one face.
   * Throws AppError 1201 naming `image`, 5002 when too many pictures wait, 5001 while stopping; or the reason of `signal`.
   */
  checkBase64(base64: string, options: { face: boolean; signal?: AbortSignal }): Promise<CheckedPicture>;
  /** Fetches and checks. AppError 1201 for a bad picture or unreachable URL, 1300 for a forbidden address. */
  checkUrl(url: string, options: { face: boolean; signal?: AbortSignal }): Promise<CheckedPicture>;
  /** Looks for faces in a picture that came as bare base64. Throws what `checkBase64` throws. */
  findFaces(base64: string, options: { signal?: AbortSignal }): Promise<FacesFound>;
  /** Refuses what can be refused by looking at the URL alone (scheme, literal private address): 1201 or 1300. */
  checkUrlShape(url: string, field: string): void;
  close(): Promise<void>;
}
