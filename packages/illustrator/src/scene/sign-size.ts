// How large a board must be for its text: lines are broken so that the board keeps a pleasant shape.

/** Width of a text in units of its letter height: CJK letters are square, Latin ones about 0.6 wide. */
export function textUnits(text: string): number {
  let units = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    units += code >= 0x2e80 ? 1.04 : letter === ' ' ? 0.34 : letter >= 'A' && letter <= 'Z' ? 0.72 : 0.58;
  }
  return Math.max(0.8, units);
}

/** Width ÷ height of a board for a text: short texts get a compact board, long ones more lines. */
export function boardAspect(text: string): number {
  const units = textUnits(text);
  const lines = units <= 9 ? 1 : units <= 26 ? 2 : Math.min(6, Math.ceil(Math.sqrt(units / 3.2)));
  const perLine = units / lines + (lines > 1 ? 1.2 : 0);
  return Math.min(3.6, Math.max(1.25, (perLine + 1.2) / (lines * 1.32 + 0.75)));
}
