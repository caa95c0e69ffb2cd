// Parses a TensorFlow Lite file into the plain lists that the executor walks: tensors, weights, operators.
import { type FlatTable, readFlatBuffer } from './flat-buffer.js';

/** What an operator does; the numbers are TensorFlow Lite's `BuiltinOperator`. */
const operatorNames: Record<number, OperatorName> = {
  0: 'add',
  1: 'average-pool',
  3: 'convolution',
  4: 'depthwise-convolution',
  6: 'dequantize',
  14: 'logistic',
  17: 'max-pool',
  18: 'multiply',
  19: 'relu',
  22: 'reshape',
  23: 'resize-bilinear',
  34: 'pad',
  117: 'hard-swish',
};

export type OperatorName =
  | 'add'
  | 'average-pool'
  | 'convolution'
  | 'depthwise-convolution'
  | 'dequantize'
  | 'hard-swish'
  | 'logistic'
  | 'max-pool'
  | 'multiply'
  | 'pad'
  | 'relu'
  | 'reshape'
  | 'resize-bilinear'
  | 'transposed-convolution';

/** Batch, height, width, channels; shorter shapes are filled with ones in front. */
export interface Shape {
  height: number;
  width: number;
  channels: number;
  /** Leading dimension: 1 for pictures, the output channels for convolution weights. */
  batch: number;
}

export interface Tensor {
  shape: Shape;
  /** Product of the dimensions. */
  length: number;
  /** Weights and other constants; absent for what is computed. */
  constant?: Float32Array | Int32Array;
}

export interface Operator {
  name: OperatorName;
  inputs: number[];
  outputs: number[];
  strideX: number;
  strideY: number;
  /** Window of a pooling operator, pixels. */
  windowX: number;
  windowY: number;
  /** True: as many zeros around the picture as keep its size over the stride. */
  padded: boolean;
  activation: 'none' | 'relu' | 'relu6';
  alignCorners: boolean;
  halfPixelCentres: boolean;
}

export interface NetworkFile {
  tensors: Tensor[];
  operators: Operator[];
  input: number;
  outputs: number[];
}

/** Reads the first sub-graph. Throws an Error naming what it cannot read: an operator, a number type, a broken file. */
export function parseNetworkFile(bytes: Uint8Array): NetworkFile {
  if (new TextDecoder().decode(bytes.subarray(4, 8)) !== 'TFL3') throw new Error('Not a TensorFlow Lite file.');
  const model = readFlatBuffer(bytes);
  const buffers = model.tables(4).map((buffer) => buffer.bytes(0));
  const graph = model.tables(2)[0];
  if (!graph) throw new Error('The network file holds no graph.');
  const codes = model.tables(1).map(readOperatorName);
  const tensors = graph.tables(0).map((table) => readTensor(table, buffers));
  const operators = graph.tables(3).map((table) => readOperator(table, codes));
  const input = graph.integers(1)[0];
  if (input === undefined) throw new Error('The network file names no input.');
  return { tensors, operators, input, outputs: graph.integers(2) };
}

function readOperatorName(code: FlatTable): OperatorName {
  const custom = code.text(1);
  // MediaPipe's only custom operator in the networks used here: TRANSPOSE_CONV with a bias.
  if (custom === 'Convolution2DTransposeBias') return 'transposed-convolution';
  const number = Math.max(code.byte(0), code.integer(3));
  const name = operatorNames[number];
  if (!name || custom !== '') throw new Error(`Unknown operator ${custom || number} in the network file.`);
  return name;
}

function readTensor(table: FlatTable, buffers: Uint8Array[]): Tensor {
  const sizes = table.integers(0);
  const [batch = 1, height = 1, width = 1, channels = 1] = [1, 1, 1, 1].slice(sizes.length).concat(sizes);
  const length = batch * height * width * channels;
  const tensor: Tensor = { shape: { batch, height, width, channels }, length };
  const bytes = buffers[table.integer(2)];
  if (!bytes || bytes.length === 0) return tensor;
  const type = table.byte(1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 0) tensor.constant = Float32Array.from({ length }, (_, index) => view.getFloat32(4 * index, true));
  else if (type === 1)
    tensor.constant = Float32Array.from({ length }, (_, index) => halfToFloat(view.getUint16(2 * index, true)));
  else if (type === 2) tensor.constant = Int32Array.from({ length }, (_, index) => view.getInt32(4 * index, true));
  else throw new Error(`Unknown number type ${type} in the network file.`);
  return tensor;
}

/** IEEE 754 half precision to number. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

// Where each operator's option table keeps its fields; numbers from TensorFlow Lite's schema.
const activationField: Partial<Record<OperatorName, number>> = {
  add: 0,
  multiply: 0,
  convolution: 3,
  'depthwise-convolution': 4,
  'max-pool': 5,
  'average-pool': 5,
};

function readOperator(table: FlatTable, codes: OperatorName[]): Operator {
  const name = codes[table.integer(0)];
  if (!name) throw new Error('The network file names an operator it does not declare.');
  const options = table.table(4);
  const operator: Operator = {
    name,
    inputs: table.integers(1),
    outputs: table.integers(2),
    strideX: 1,
    strideY: 1,
    windowX: 1,
    windowY: 1,
    padded: false,
    activation: 'none',
    alignCorners: false,
    halfPixelCentres: false,
  };
  if (name === 'transposed-convolution') readTransposeOptions(operator, table.bytes(5));
  if (!options) return operator;
  const activation = options.byte(activationField[name] ?? 99);
  operator.activation = activation === 1 ? 'relu' : activation === 3 ? 'relu6' : 'none';
  if (name === 'resize-bilinear') {
    operator.alignCorners = options.byte(2) !== 0;
    operator.halfPixelCentres = options.byte(3) !== 0;
  }
  if (name.endsWith('convolution') || name.endsWith('pool')) {
    operator.padded = options.byte(0) === 0;
    operator.strideX = options.integer(1, 1);
    operator.strideY = options.integer(2, 1);
  }
  if (name.endsWith('pool')) {
    operator.windowX = options.integer(3, 1);
    operator.windowY = options.integer(4, 1);
  }
  return operator;
}

/** A C struct of three 32-bit integers: padding (1 same, 2 valid), stride across, stride down. */
function readTransposeOptions(operator: Operator, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  operator.padded = view.getInt32(0, true) === 1;
  operator.strideX = view.getInt32(4, true);
  operator.strideY = view.getInt32(8, true);
}
