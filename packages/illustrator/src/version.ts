// The illustrator's version: same version, seed and request give the same bytes.

/** Written into every picture; a test holds it equal to package.json. */
export const illustratorVersion = '0.1.0';
