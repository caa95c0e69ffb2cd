// How far a prompt is, from what ComfyUI says while it works: nodes that are done, and the steps of the one at work.
import { member } from '../upstream/call-json.js';
import type { Workflow } from './workflow-template.js';

export interface PromptProgress {
  /** Takes one message; returns the fraction after it, 0–1, which never falls. */
  take(type: string, data: unknown): number;
}

/** A node counts as many times as it has steps: a sampler of 30 is most of the work of a workflow of eight nodes. */
function weightOf(inputs: Record<string, unknown>): number {
  const { steps } = inputs;
  return typeof steps === 'number' && steps > 1 ? steps : 1;
}

/** Follows one prompt. Nodes that a node makes on the fly (subgraphs) are not in the workflow and do not count. */
export function createPromptProgress(workflow: Workflow): PromptProgress {
  const weights = new Map(Object.entries(workflow).map(([id, node]) => [id, weightOf(node.inputs)]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const parts = new Map<string, number>();
  let fraction = 0;

  function note(id: unknown, part: number): void {
    if (typeof id !== 'string' || !weights.has(id) || !(part >= 0)) return;
    parts.set(id, Math.max(parts.get(id) ?? 0, Math.min(part, 1)));
  }
  /** value of max, or NaN where either is no number: then nothing was said. */
  function share(at: unknown): number {
    const [value, max] = [member(at, 'value'), member(at, 'max')];
    return typeof value === 'number' && typeof max === 'number' ? value / Math.max(max, 1e-9) : Number.NaN;
  }

  return {
    take(type, data) {
      if (type === 'execution_cached') {
        const nodes = member(data, 'nodes');
        for (const id of Array.isArray(nodes) ? nodes : []) note(id, 1);
      } else if (type === 'progress') note(member(data, 'node'), share(data));
      else if (type === 'executed') note(member(data, 'node'), 1);
      else if (type === 'progress_state') {
        for (const [id, at] of Object.entries(member(data, 'nodes') ?? {}))
          note(id, member(at, 'state') === 'finished' ? 1 : share(at));
      } else if (type === 'execution_success') for (const id of weights.keys()) note(id, 1);
      let done = 0;
      for (const [id, part] of parts) done += part * (weights.get(id) ?? 0);
      fraction = Math.max(fraction, total === 0 ? 0 : done / total);
      return fraction;
    },
  };
}
