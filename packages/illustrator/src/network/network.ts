// Runs a small TensorFlow Lite network in plain typed arrays: enough operators for MediaPipe's face detector and selfie
// segmenter. No native code and no threads, so the same bytes come out on every machine of a processor family.
import { convolve, convolveDepthwise, convolveTransposed, type Picture } from './convolution.js';
import { combine, hardSwish, logistic, pad, pool, rectify, resizeBilinear } from './elementwise.js';
import { type Operator, parseNetworkFile, type Shape, type Tensor } from './network-file.js';

/** A network ready to run; may be used again and again, one run at a time. */
export interface Network {
  /** What `run` expects. */
  inputShape: Shape;
  /** `input`: H×W×C as the network wants it normalised. Returns one array per output, in the file's order, yours to keep. */
  run: (input: Float32Array) => Float32Array[];
}

/** Parses the file and unpacks its weights. Throws an Error where the file is broken or needs an operator not known here. */
export function createNetwork(bytes: Uint8Array): Network {
  const file = parseNetworkFile(bytes);
  foldConstants(file.tensors, file.operators);
  const steps = file.operators.filter((operator) => operator.name !== 'dequantize');
  const inputTensor = file.tensors[file.input];
  if (!inputTensor) throw new Error('The network file names an input it does not hold.');
  const expires = lastUses(steps, file.outputs);

  const run = (input: Float32Array): Float32Array[] => {
    if (input.length !== inputTensor.length)
      throw new RangeError(`The network expects ${inputTensor.length} values, not ${input.length}.`);
    // Buffers go back to the pool after their last reader: peak memory is a few layers, not the whole network.
    const pool = new Map<number, Float32Array[]>();
    const live = new Map<number, Float32Array>([[file.input, input]]);
    steps.forEach((operator, step) => {
      for (const output of operator.outputs) {
        const { length } = tensorAt(file.tensors, output);
        live.set(output, pool.get(length)?.pop() ?? new Float32Array(length));
      }
      execute(operator, file.tensors, live);
      for (const index of expires[step] ?? []) {
        const buffer = live.get(index);
        live.delete(index);
        if (!buffer || index === file.input) continue;
        const sameSize = pool.get(buffer.length);
        if (sameSize) sameSize.push(buffer);
        else pool.set(buffer.length, [buffer]);
      }
    });
    return file.outputs.map((index) => live.get(index) ?? new Float32Array());
  };
  return { inputShape: inputTensor.shape, run };
}

/** Weights are stored in half precision behind a `dequantize`; they are unpacked once, here. */
function foldConstants(tensors: Tensor[], operators: Operator[]): void {
  for (const operator of operators) {
    if (operator.name !== 'dequantize') continue;
    const constant = tensorAt(tensors, operator.inputs[0]).constant;
    if (!constant) throw new Error('The network dequantizes what is not a constant.');
    tensorAt(tensors, operator.outputs[0]).constant = constant;
  }
}

/** For every step, the tensors that nothing reads after it. */
function lastUses(steps: Operator[], outputs: number[]): number[][] {
  const expires: number[][] = steps.map(() => []);
  const seen = new Set(outputs);
  for (let step = steps.length - 1; step >= 0; step--) {
    const operator = steps[step];
    for (const index of [...(operator?.inputs ?? []), ...(operator?.outputs ?? [])]) {
      if (seen.has(index)) continue;
      seen.add(index);
      expires[step]?.push(index);
    }
  }
  return expires;
}

function tensorAt(tensors: Tensor[], index: number | undefined): Tensor {
  const tensor = tensors[index ?? -1];
  if (!tensor) throw new Error('The network file points at a tensor it does not hold.');
  return tensor;
}

function execute(operator: Operator, tensors: Tensor[], live: Map<number, Float32Array>): void {
  const picture = (index: number | undefined): Picture => {
    const { shape, constant } = tensorAt(tensors, index);
    const data = live.get(index ?? -1) ?? constant;
    if (!(data instanceof Float32Array)) throw new Error(`The network reads a tensor before it is computed.`);
    return { data, shape };
  };
  const from = picture(operator.inputs[0]);
  const to = picture(operator.outputs[0]);
  switch (operator.name) {
    case 'convolution':
      convolve(operator, from, picture(operator.inputs[1]), picture(operator.inputs[2]).data, to);
      break;
    case 'depthwise-convolution':
      convolveDepthwise(operator, from, picture(operator.inputs[1]), picture(operator.inputs[2]).data, to);
      break;
    case 'transposed-convolution':
      convolveTransposed(operator, from, picture(operator.inputs[1]), picture(operator.inputs[2]).data, to);
      break;
    case 'add':
    case 'multiply':
      combine(operator.name, from.data, picture(operator.inputs[1]).data, to.data);
      break;
    case 'max-pool':
      pool(operator, 'max', from, to);
      break;
    case 'average-pool':
      pool(operator, 'average', from, to);
      break;
    case 'pad':
      pad(from, tensorAt(tensors, operator.inputs[1]).constant ?? new Int32Array(8), to);
      break;
    case 'resize-bilinear':
      resizeBilinear(operator, from, to);
      break;
    case 'relu':
      rectify(from.data, to.data);
      break;
    case 'hard-swish':
      hardSwish(from.data, to.data);
      break;
    case 'logistic':
      logistic(from.data, to.data);
      break;
    case 'reshape':
    case 'dequantize':
      to.data.set(from.data);
      break;
  }
  if (operator.activation !== 'none') rectify(to.data, to.data, operator.activation === 'relu6' ? 6 : undefined);
}
