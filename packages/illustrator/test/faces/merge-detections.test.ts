// Blending: one detection per face, in the weighted middle of those it was made of.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Detection } from '../../src/faces/face-detector.js';
import { blendDetections, overlap } from '../../src/faces/merge-detections.js';

function detection(x0: number, y0: number, side: number, score: number): Detection {
  return { score, x0, y0, x1: x0 + side, y1: y0 + side, landmarks: [{ x: x0, y: y0 }] };
}

describe('overlap', () => {
  it('is 1 for a box inside another, 0 for boxes apart or touching', () => {
    assert.equal(overlap(detection(0, 0, 10, 1), detection(2, 2, 4, 1)), 1);
    assert.equal(overlap(detection(0, 0, 10, 1), detection(10, 0, 10, 1)), 0);
    assert.equal(overlap(detection(0, 0, 10, 1), detection(50, 50, 10, 1)), 0);
  });

  it('is the shared part of the smaller box', () => {
    assert.equal(overlap(detection(0, 0, 10, 1), detection(5, 0, 10, 1)), 0.5);
    assert.equal(overlap(detection(0, 0, 20, 1), detection(15, 0, 10, 1)), 0.5);
  });
});

describe('blendDetections', () => {
  it('averages what overlaps, weighted by score, and keeps the best score', () => {
    const [only, ...more] = blendDetections([detection(0, 0, 10, 0.6), detection(2, 0, 10, 0.9)], 0.5);
    assert.equal(more.length, 0);
    assert.ok(only);
    assert.equal(only.score, 0.9);
    assert.ok(Math.abs(only.x0 - (0 * 0.6 + 2 * 0.9) / 1.5) < 1e-9);
    assert.ok(Math.abs(only.x1 - only.x0 - 10) < 1e-9);
    assert.ok(Math.abs((only.landmarks[0]?.x ?? 0) - only.x0) < 1e-9);
  });

  it('keeps faces apart, best first', () => {
    const blended = blendDetections(
      [detection(0, 0, 10, 0.5), detection(30, 0, 10, 0.8), detection(31, 0, 10, 0.7)],
      0.5,
    );
    assert.deepEqual(
      blended.map(({ score }) => score),
      [0.8, 0.5],
    );
  });

  it('makes nothing of nothing', () => assert.deepEqual(blendDetections([], 0.5), []));
});
