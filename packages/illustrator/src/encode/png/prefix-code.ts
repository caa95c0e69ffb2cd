// Prefix codes for DEFLATE (RFC 1951, 3.2.2): lengths by Huffman's method, kept within a limit, and the codes they stand for.

/**
 * Code lengths for symbols that occur `counts` times; 0 for those that do not occur. A lone symbol gets one bit.
 * `limit` is the longest length allowed (15 for data, 7 for the lengths themselves).
 */
export function codeLengths(counts: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used: number[] = [];
  counts.forEach((count, symbol) => {
    if (count > 0) used.push(symbol);
  });
  if (used.length === 1) lengths[used[0] as number] = 1;
  if (used.length < 2) return lengths;
  // Rarest first; equal counts in the order of their symbols, so that equal data give equal codes.
  used.sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
  const perLength = limited(depths(used.map((symbol) => counts[symbol] as number)), limit);
  let at = 0;
  for (let length = perLength.length - 1; length > 0; length -= 1)
    for (let k = perLength[length] as number; k > 0; k -= 1, at += 1) lengths[used[at] as number] = length;
  return lengths;
}

/** Depth of every leaf of Huffman's tree over ascending `weights`: leaves and joined nodes are two queues, each in order. */
function depths(weights: number[]): number[] {
  const count = weights.length;
  const total = 2 * count - 1;
  const weight = Float64Array.from({ length: total }, (_, k) => weights[k] ?? 0);
  const parent = new Uint16Array(total);
  let leaf = 0;
  let joined = count;
  for (let node = count; node < total; node += 1) {
    for (let child = 0; child < 2; child += 1) {
      const takesLeaf = leaf < count && (joined >= node || (weight[leaf] as number) <= (weight[joined] as number));
      const lightest = takesLeaf ? leaf++ : joined++;
      weight[node] = (weight[node] as number) + (weight[lightest] as number);
      parent[lightest] = node;
    }
  }
  const depth = new Uint16Array(total);
  for (let node = total - 2; node >= 0; node -= 1) depth[node] = (depth[parent[node] as number] as number) + 1;
  return [...depth.subarray(0, count)];
}

/** How many codes there are of each length, none above `limit`: what is too long is shortened, and the room taken from others. */
function limited(lengths: number[], limit: number): Uint16Array {
  const perLength = new Uint16Array(limit + 1);
  for (const length of lengths) {
    const kept = Math.min(limit, length);
    perLength[kept] = (perLength[kept] as number) + 1;
  }
  // Kraft's sum in units of the longest code: a code of length n takes 2^(limit − n) of 2^limit.
  let taken = 0;
  for (let n = 1; n <= limit; n += 1) taken += (perLength[n] as number) << (limit - n);
  for (; taken > 1 << limit; taken -= 1) {
    // One longest code goes; a shorter one becomes two of the next length, of which one takes the homeless symbol.
    let n = limit - 1;
    while (perLength[n] === 0) n -= 1;
    perLength[limit] = (perLength[limit] as number) - 1;
    perLength[n] = (perLength[n] as number) - 1;
    perLength[n + 1] = (perLength[n + 1] as number) + 2;
  }
  return perLength;
}

/** The canonical codes of `lengths`, bits reversed: DEFLATE writes codes from their first bit, and our writer from the lowest. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(17);
  for (const length of lengths) if (length > 0) perLength[length] = (perLength[length] as number) + 1;
  const next = new Uint32Array(17);
  for (let n = 1; n <= 16; n += 1) next[n] = ((next[n - 1] as number) + (perLength[n - 1] as number)) << 1;
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    let code = next[length] as number;
    next[length] = code + 1;
    let reversed = 0;
    for (let bit = 0; bit < length; bit += 1, code >>= 1) reversed = (reversed << 1) | (code & 1);
    codes[symbol] = reversed;
  });
  return codes;
}
