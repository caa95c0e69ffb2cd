// What `doctor` hears of ComfyUI servers: whether they answer, and whether they have every node and every model file that
// the configured workflows name. No picture is made.

import { member } from '../upstream/call-json.js';
import type { ComfyUiServer } from './comfyui-server.js';
import type { ChosenWorkflow } from './load-workflows.js';
import { notThere, optionsOf } from './prompt-error.js';
import type { SlotValue, WorkflowNode } from './workflow-template.js';

/** What a job would fill in; files and choices never come from a job. */
const sample: Record<string, SlotValue> = {
  prompt: '',
  negative: '',
  seed: 0,
  width: 1024,
  height: 1024,
  batch: 1,
  image: '',
  strength: 0.5,
  image_fidelity: 0.5,
  human_fidelity: 0.45,
  task: '',
};

/** A sentence about all servers. Rejects with every problem of every server in one. */
export async function checkServers(
  servers: readonly ComfyUiServer[],
  workflows: readonly ChosenWorkflow[],
  signal: AbortSignal,
): Promise<string> {
  const nodes = workflows.flatMap(({ template, values }) =>
    Object.values(template.fill({ ...values, ...sample })).map((node) => ({ node, template: template.name })),
  );
  const reports = await Promise.all(
    servers.map(async (server) => {
      const { host } = new URL(server.url);
      try {
        const about = await server.describe(signal);
        return {
          said: `${host}: ${about}`,
          problems: (await problemsOf(server, nodes, signal)).map((one) => `${host}: ${one}`),
        };
      } catch (error) {
        return { said: host, problems: [error instanceof Error ? error.message : String(error)] };
      }
    }),
  );
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) throw new Error(problems.join('; '));
  const fit = workflows.length === 1 ? 'its workflow fits' : `all ${workflows.length} workflows fit`;
  return `${reports.map((report) => report.said).join(', ')}; ${fit}`;
}

async function problemsOf(
  server: ComfyUiServer,
  nodes: readonly { node: WorkflowNode; template: string }[],
  signal: AbortSignal,
): Promise<string[]> {
  const described = new Map<string, Promise<unknown>>();
  const describe = (classType: string) => {
    const known = described.get(classType) ?? server.describeNode(classType, signal);
    described.set(classType, known);
    return known;
  };
  const problems = new Set<string>();
  for (const { node, template } of nodes) {
    const about = await describe(node.class_type);
    if (about === undefined)
      problems.add(`workflow ${template} needs the node ${node.class_type}, which is not installed`);
    else for (const problem of problemsOfInputs(node, about)) problems.add(`workflow ${template}: ${problem}`);
  }
  return [...problems];
}

/** Choices that the server does not have: model files that are missing, samplers of another version. */
function problemsOfInputs(node: WorkflowNode, about: unknown): string[] {
  const input = member(about, 'input');
  return Object.entries(node.inputs).flatMap(([name, value]) => {
    const described = member(member(input, 'required'), name) ?? member(member(input, 'optional'), name);
    const options = optionsOf(described);
    // An empty text is where the job's own picture goes; a list is a link to another node.
    if (options === undefined || value === '' || Array.isArray(value) || options.includes(String(value))) return [];
    return [`node ${node.class_type}: ${notThere(name, value, options)}`];
  });
}
