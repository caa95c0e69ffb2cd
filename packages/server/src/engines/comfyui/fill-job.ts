// A job → the prompts that ComfyUI queues: one with a batch, where the template has a slot for it, else one per picture.
import type { EngineJob } from '../engine.js';
import type { ChosenWorkflow } from './load-workflows.js';
import type { SlotValue, Workflow } from './workflow-template.js';

/** Slots that a job fills. @public for docs and tests */
export const jobSlots = [
  'prompt',
  'negative',
  'seed',
  'width',
  'height',
  'batch',
  'image',
  'strength',
  'image_fidelity',
  'human_fidelity',
  'task',
] as const;

/** Least that is changed of a reference: with 0 a sampler would hand it back untouched. */
const minStrength = 0.05;

/** What the slots hold for picture `index`. `image`: the reference's name on the server. */
function slotsOf(job: EngineJob, index: number, batch: number, image: string | null): Record<string, SlotValue> {
  const { request } = job;
  return {
    prompt: request.prompt,
    negative: request.negativePrompt ?? '',
    // Rising and within 32 bits: what every sampler takes.
    seed: (request.seed + index) % 2 ** 32,
    width: request.width,
    height: request.height,
    batch,
    ...(image === null ? {} : { image }),
    strength: Math.max(minStrength, Math.round((1 - request.imageFidelity) * 1000) / 1000),
    image_fidelity: request.imageFidelity,
    human_fidelity: request.humanFidelity,
    task: job.externalId,
  };
}

/** How many prompts a job takes. */
export function countPrompts({ template }: ChosenWorkflow, job: Pick<EngineJob, 'request'>): number {
  return template.slots.has('batch') ? 1 : job.request.n;
}

/** The workflow of prompt `index`. Throws a plain Error when a slot stays empty. */
export function fillPrompt(chosen: ChosenWorkflow, job: EngineJob, index: number, image: string | null): Workflow {
  const batch = chosen.template.slots.has('batch') ? job.request.n : 1;
  return chosen.template.fill({ ...chosen.values, ...slotsOf(job, index, batch, image) });
}
