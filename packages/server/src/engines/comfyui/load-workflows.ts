// The workflows of an engine: which template serves which use of which model, read once.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReferenceUse } from '../../core/model.js';
import { parseWorkflow, type SlotValue, type WorkflowTemplate } from './workflow-template.js';

/** The templates of one model; each a built-in name, a path, or the JSON itself. */
export interface WorkflowChoice {
  /** From a prompt. */
  text?: string | undefined;
  /** From a whole picture. */
  image?: string | undefined;
  /** From the subject of a picture, and from its face; else `image`. */
  subject?: string | undefined;
  face?: string | undefined;
  /** What fills the slots that are not a job's. */
  values: Readonly<Record<string, SlotValue>>;
}

/** A template and what fills its own slots. */
export interface ChosenWorkflow {
  template: WorkflowTemplate;
  values: Readonly<Record<string, SlotValue>>;
}

/** The templates that come with Inkling. @public for docs and tests */
export const builtInWorkflows = ['sdxl-text', 'sdxl-image', 'kolors-text', 'kolors-subject', 'kolors-face'] as const;

const assets = new URL('../../../../assets/workflows/', import.meta.url);

/** Reads one template. Paths are relative to `folder`. Rejects with a sentence. */
async function loadWorkflow(source: string, folder: string): Promise<WorkflowTemplate> {
  if (source.trimStart().startsWith('{')) return parseWorkflow('in the configuration', source);
  const builtIn = (builtInWorkflows as readonly string[]).includes(source);
  const file = builtIn ? new URL(`${source}.json`, assets) : resolve(folder, source);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const known = `a path to a JSON file, or one of ${builtInWorkflows.join(', ')}`;
    throw new Error(`workflow '${source}' cannot be read: give ${known}`, { cause: error });
  });
  return parseWorkflow(source, text);
}

/** Which of a model's templates a job needs: `subject` and `face` fall back to the next more general one. */
function workflowFor(choice: WorkflowChoice, use: ReferenceUse | null): string | undefined {
  if (use === null) return choice.text;
  if (use === 'face') return choice.face ?? choice.subject ?? choice.image;
  return use === 'subject' ? (choice.subject ?? choice.image) : choice.image;
}

/** Loads templates as they are needed, each once. */
export function createWorkflowShelf(choices: Readonly<Record<string, WorkflowChoice>>, folder: string) {
  const loaded = new Map<string, Promise<WorkflowTemplate>>();
  const load = (source: string) => {
    const known = loaded.get(source) ?? loadWorkflow(source, folder);
    loaded.set(source, known);
    // One that could not be read is tried again: the operator may have put it there.
    known.catch(() => loaded.delete(source));
    return known;
  };
  return {
    /** The template for a job; rejects with a sentence when there is none. */
    async find(model: string, use: ReferenceUse | null): Promise<ChosenWorkflow> {
      const choice = Object.hasOwn(choices, model) ? choices[model] : undefined;
      const source = choice && workflowFor(choice, use);
      if (!choice || source === undefined)
        throw new Error(`there is no workflow of '${model}' for ${use === null ? 'a prompt' : `use '${use}'`}`);
      return { template: await load(source), values: choice.values };
    },
    /** Every template there is, with its values; rejects with a sentence when one cannot be read. */
    async all(): Promise<ChosenWorkflow[]> {
      const found = Object.values(choices).flatMap((choice) =>
        [choice.text, choice.image, choice.subject, choice.face].flatMap((source) =>
          source === undefined ? [] : [load(source).then((template) => ({ template, values: choice.values }))],
        ),
      );
      return Promise.all(found);
    },
  };
}
