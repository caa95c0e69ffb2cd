// When a process of the service counts as gone.

/** A process that has not been heard of for so long has stopped, lost its database, or been killed, ms. */
const nodeSilentMs = 30_000;

/** `up`, or `silent`: no beat for 30 s. */
export function nodeState(silentMs: number): 'up' | 'silent' {
  return silentMs < nodeSilentMs ? 'up' : 'silent';
}
