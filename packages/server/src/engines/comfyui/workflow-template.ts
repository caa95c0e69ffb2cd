// A workflow template: ComfyUI's API format, in which `{{slots}}` stand for what changes from job to job.
//
// `"{{width}}"` alone becomes a number; inside a longer text a slot becomes text. `{{steps=30}}` has a default. What fills
// a slot is never looked at for slots again, so a prompt cannot bring its own.
import { member } from '../upstream/call-json.js';

/** What a slot may hold. */
export type SlotValue = string | number | boolean;

/** One node of a workflow, as ComfyUI's API takes it. */
export interface WorkflowNode {
  class_type: string;
  inputs: Record<string, unknown>;
}

/** By node id. */
export type Workflow = Record<string, WorkflowNode>;

export interface WorkflowTemplate {
  /** Its name or path, for messages. */
  readonly name: string;
  /** Slots that have no default. */
  readonly required: ReadonlySet<string>;
  /** All slots. */
  readonly slots: ReadonlySet<string>;
  /** The workflow with its slots filled. Throws a plain Error that names a slot that nothing fills. */
  fill(values: Readonly<Record<string, SlotValue>>): Workflow;
}

const slotPattern = /\{\{\s*([a-z][a-z0-9_]*)\s*(?:=([^{}]*))?\}\}/g;
const wholePattern = /^\s*\{\{\s*([a-z][a-z0-9_]*)\s*(?:=([^{}]*))?\}\}\s*$/;

/** Reads a template. Throws a plain Error, in a sentence, for what is no workflow in API format. */
export function parseWorkflow(name: string, text: string): WorkflowTemplate {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new Error(`workflow ${name} is not JSON`);
  }
  if (Array.isArray(member(root, 'nodes')))
    throw new Error(`workflow ${name} is in the format of the editor: export it with "Export (API)"`);
  const entries = typeof root === 'object' && root !== null ? Object.entries(root) : [];
  const nodes: Workflow = {};
  for (const [id, node] of entries) {
    const [classType, inputs] = [member(node, 'class_type'), member(node, 'inputs')];
    if (typeof classType !== 'string' || typeof inputs !== 'object' || inputs === null)
      throw new Error(`workflow ${name}: node ${id} has no class_type or inputs, so it is not in API format`);
    nodes[id] = { class_type: classType, inputs: inputs as Record<string, unknown> };
  }
  if (entries.length === 0) throw new Error(`workflow ${name} has no nodes`);
  const slots = new Set<string>();
  const withDefault = new Set<string>();
  for (const [, slot = '', fallback] of JSON.stringify(nodes).matchAll(slotPattern)) {
    slots.add(slot);
    if (fallback !== undefined) withDefault.add(slot);
  }
  const required = new Set([...slots].filter((slot) => !withDefault.has(slot)));
  return { name, slots, required, fill: (values) => fillValue(nodes, name, values) as Workflow };
}

/** Fills every string of a value. */
function fillValue(value: unknown, name: string, values: Readonly<Record<string, SlotValue>>): unknown {
  if (typeof value === 'string') return fillText(value, name, values);
  if (Array.isArray(value)) return value.map((item) => fillValue(item, name, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item, name, values)]));
}

function fillText(text: string, name: string, values: Readonly<Record<string, SlotValue>>): unknown {
  const slotValue = (slot: string, fallback: string | undefined): SlotValue => {
    const given = Object.hasOwn(values, slot) ? values[slot] : undefined;
    if (given !== undefined) return given;
    if (fallback === undefined)
      throw new Error(
        `workflow ${name}: nothing fills {{${slot}}}; give it among the values, or write {{${slot}=default}}`,
      );
    return plainDefault(fallback);
  };
  const whole = wholePattern.exec(text);
  if (whole) return slotValue(whole[1] ?? '', whole[2]);
  return text.replace(slotPattern, (_, slot: string, fallback: string | undefined) =>
    String(slotValue(slot, fallback)),
  );
}

/** `30` and `true` are what they look like, everything else is text. */
function plainDefault(text: string): SlotValue {
  const trimmed = text.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed);
  return trimmed === 'true' || trimmed === 'false' ? trimmed === 'true' : text;
}
