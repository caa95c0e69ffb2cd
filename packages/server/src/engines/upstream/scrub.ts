// What another server said, made fit to be repeated: one line, not too long, without the secrets we called it with.

/** Longest text that is kept, in characters. */
const maxLength = 300;

/** Makes a function that cleans texts. `secrets`: every key, token or password that calls may carry. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  // The longest first: a key may begin with another.
  const known = secrets.filter((secret) => secret.length >= 4).sort((one, other) => other.length - one.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, '…');
    // JWTs carry the access key in their middle part.
    clean = clean
      .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '…')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim();
    const characters = [...clean];
    return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : clean;
  };
}
