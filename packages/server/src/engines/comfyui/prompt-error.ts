// ComfyUI's refusals and failures in words for whoever runs it: which node, which input, what is missing, what there is.
import { member, quoteServer } from '../upstream/call-json.js';

/** Most entries of a list that are named. */
const maxNamed = 8;

/** Why `/prompt` refused a workflow: every node's every fault, in one line. */
export function explainRefusal(answer: unknown): string {
  const nodes = Object.entries(member(answer, 'node_errors') ?? {}).flatMap(([id, node]) => {
    const errors = member(node, 'errors');
    return (Array.isArray(errors) ? errors : []).map(
      (error) => `node ${id} (${String(member(node, 'class_type'))}): ${explainInput(error)}`,
    );
  });
  if (nodes.length > 0) return nodes.slice(0, maxNamed).join('; ');
  const error = member(answer, 'error');
  const message = quoteServer(member(error, 'message') ?? error ?? 'the workflow was refused');
  const missing = /node (\S+) does not exist/i.exec(message)?.[1];
  if (missing !== undefined) return `the node ${missing} is not installed`;
  const details = quoteServer(member(error, 'details') ?? '');
  return details === '' ? message : `${message} (${details})`;
}

function explainInput(error: unknown): string {
  const info = member(error, 'extra_info');
  const name = member(info, 'input_name');
  if (member(error, 'type') === 'value_not_in_list') {
    const options = optionsOf(member(info, 'input_config'));
    return notThere(String(name), member(info, 'received_value'), options ?? []);
  }
  const details = quoteServer(member(error, 'details') ?? '');
  return `${quoteServer(member(error, 'message'))}${details === '' ? '' : ` (${details})`}`;
}

/** `ckpt_name 'x.safetensors' is not there; there are: a, b`. */
export function notThere(name: string, value: unknown, options: readonly string[]): string {
  const named = options.slice(0, maxNamed).join(', ');
  const more = options.length > maxNamed ? ` and ${options.length - maxNamed} more` : '';
  return `${name} '${quoteServer(value)}' is not there; ${options.length === 0 ? 'there is none' : `there are: ${named}${more}`}`;
}

/** The choices of an input as `/object_info` describes it; undefined for one that is no list. */
export function optionsOf(input: unknown): string[] | undefined {
  const [kind, more] = Array.isArray(input) ? input : [];
  const list = Array.isArray(kind) ? kind : kind === 'COMBO' ? member(more, 'options') : undefined;
  return Array.isArray(list) ? list.map(String) : undefined;
}

/** Why a prompt that was accepted failed, from its history's messages. */
export function explainFailure(messages: unknown): string {
  for (const entry of Array.isArray(messages) ? messages : []) {
    const [type, data] = Array.isArray(entry) ? entry : [];
    if (type === 'execution_interrupted') return 'somebody interrupted it on the server';
    if (type !== 'execution_error') continue;
    const [kind, words] = [member(data, 'exception_type'), member(data, 'exception_message')];
    const at = `node ${String(member(data, 'node_id'))} (${String(member(data, 'node_type'))})`;
    return `${at} failed: ${quoteServer(kind)}: ${quoteServer(words)}`;
  }
  return 'it failed and the server does not say why';
}
