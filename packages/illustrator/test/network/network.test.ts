// The executor on the real face detector: the same numbers as LiteRT's, and plain refusals of broken files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { createNetwork } from '../../src/network/network.js';
import { parseNetworkFile } from '../../src/network/network-file.js';

const bytes = await readFile(
  new URL('../../../assets/face-detector/face_detection_full_range.tflite', import.meta.url),
);

/** A smooth made-up input, the one that was given to LiteRT. */
function madeUpInput(): Float32Array {
  return Float32Array.from(
    { length: 192 * 192 * 3 },
    (_, index) => Math.sin(index * 0.013) * Math.cos(Math.floor(index / 576) * 0.11),
  );
}

/** LiteRT 2.3's output (XNNPACK, one thread) for that input: every 3072nd and every 192nd value from the seventh on. */
const reference = {
  boxes: [-7.4668, -8.365, -8.0715, -8.1574, -9.2137, -8.3481, -8.7215, -8.5729, -8.4598, -9.1795, -8.9879, -9.7409],
  logits: [-8.7666, -5.5876, -6.3541, -6.622, -6.605, -6.8116, -6.9044, -6.8244, -7.0936, -7.4551, -8.6247, -8.176],
  boxesSum: 53726.7,
  logitsSum: -16964.47,
};

describe('createNetwork', () => {
  it('computes what LiteRT computes', () => {
    const network = createNetwork(bytes);
    assert.deepEqual(network.inputShape, { batch: 1, height: 192, width: 192, channels: 3 });
    const [boxes, logits] = network.run(madeUpInput());
    assert.ok(boxes && logits);
    assert.equal(boxes.length, 2304 * 16);
    assert.equal(logits.length, 2304);
    reference.boxes.forEach((value, index) => {
      assert.ok(Math.abs((boxes[index * 3072 + 7] ?? 0) - value) < 1e-3);
    });
    reference.logits.forEach((value, index) => {
      assert.ok(Math.abs((logits[index * 192 + 7] ?? 0) - value) < 1e-3);
    });
    assert.ok(Math.abs(boxes.reduce((sum, value) => sum + value, 0) - reference.boxesSum) < 0.5);
    assert.ok(Math.abs(logits.reduce((sum, value) => sum + value, 0) - reference.logitsSum) < 0.1);
  });

  it('gives the same answer again, in arrays of its own, and leaves the input alone', () => {
    const network = createNetwork(bytes);
    const input = madeUpInput();
    const first = network.run(input);
    const kept = first.map((output) => output.slice());
    network.run(new Float32Array(input.length));
    assert.deepEqual(first, kept);
    assert.deepEqual(network.run(input), kept);
    assert.deepEqual(input, madeUpInput());
  });

  it('refuses an input of another size', () => {
    assert.throws(() => createNetwork(bytes).run(new Float32Array(12)), /expects 110592 values, not 12/);
  });

  it('refuses files that are not networks or are cut short', () => {
    assert.throws(() => createNetwork(new Uint8Array(64)), /Not a TensorFlow Lite file/);
    assert.throws(() => createNetwork(new Uint8Array()), /Not a TensorFlow Lite file/);
    assert.throws(() => createNetwork(bytes.subarray(0, 5000)), RangeError);
  });

  it('refuses an operator it does not know', () => {
    // Operator codes are small tables; turning the code of RELU (19) into one not in the list must be noticed.
    const changed = Uint8Array.from(bytes);
    const { byte } = locateRelu(changed);
    changed[byte] = 77;
    assert.throws(() => createNetwork(changed), /Unknown operator 77/);
  });
});

/** Finds the byte that holds RELU's operator code: the only one whose change the parser answers with that code. */
function locateRelu(candidate: Uint8Array): { byte: number } {
  for (let byte = candidate.length - 1; byte >= 0; byte--) {
    if (candidate[byte] !== 19) continue;
    candidate[byte] = 77;
    try {
      parseNetworkFile(candidate);
    } catch (error) {
      if (error instanceof Error && /Unknown operator 77/.test(error.message)) {
        candidate[byte] = 19;
        return { byte };
      }
    }
    candidate[byte] = 19;
  }
  throw new Error('no operator code found');
}

describe('parseNetworkFile', () => {
  it('reads weights, shapes and operators', () => {
    const file = parseNetworkFile(bytes);
    const counts = new Map<string, number>();
    for (const { name } of file.operators) counts.set(name, (counts.get(name) ?? 0) + 1);
    assert.deepEqual(Object.fromEntries(counts), {
      dequantize: 178,
      pad: 8,
      convolution: 49,
      relu: 47,
      'depthwise-convolution': 40,
      add: 23,
      'max-pool': 4,
      'resize-bilinear': 3,
      reshape: 2,
    });
    assert.equal(file.outputs.length, 2);
    for (const { constant, length } of file.tensors) if (constant) assert.equal(constant.length, length);
  });
});
