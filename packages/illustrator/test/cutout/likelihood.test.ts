// What the likelihood rests on: segmenter, faces, saliency and hints, on photographs and on made-up pictures.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLabGrid, type LabGrid } from '../../src/cutout/lab-grid.js';
import { estimateLikelihood, type Likelihood } from '../../src/cutout/likelihood.js';
import { loadSegmenter, segmentArea } from '../../src/cutout/segmenter.js';
import { createPicturePyramid, type DecodedPicture } from '../../src/faces/picture-pyramid.js';
import { type Face, findFaces } from '../../src/index.js';
import { collage, decode, photo } from '../faces/photos.js';

type Box = [number, number, number, number];

/** A face of a box, with landmarks that nobody reads here. */
function faceAt(box: Box): Face {
  const middle = { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 };
  const landmarks = {
    rightEye: middle,
    leftEye: middle,
    noseTip: middle,
    mouth: middle,
    rightEar: middle,
    leftEar: middle,
  };
  return { box, landmarks, score: 0.9 };
}

async function estimate(
  picture: DecodedPicture,
  faces: Face[],
  hint?: Box,
): Promise<{ grid: LabGrid; likelihood: Likelihood; at: (x: number, y: number) => number }> {
  const pyramid = createPicturePyramid(picture);
  const grid = createLabGrid(pyramid, 128);
  const likelihood = estimateLikelihood(await loadSegmenter(), pyramid, grid, faces, hint);
  const at = (x: number, y: number): number =>
    likelihood.data[Math.floor(y * grid.height) * grid.width + Math.floor(x * grid.width)] ?? Number.NaN;
  return { grid, likelihood, at };
}

/** Grey, slightly shaded ground without anything on it. */
function ground(size: number): DecodedPicture {
  const rgba = new Uint8Array(size * size * 4).fill(255);
  for (let index = 0; index < size * size; index++) {
    const shade = 120 + Math.round((index % size) / 20);
    rgba.set([shade, shade, shade], 4 * index);
  }
  return { rgba, width: size, height: size };
}

/** The ground with a yellow square, fractions. */
function square([x0, y0, x1, y1]: Box, size = 200): DecodedPicture {
  const picture = ground(size);
  for (let y = Math.round(y0 * size); y < y1 * size; y++)
    for (let x = Math.round(x0 * size); x < x1 * size; x++) picture.rgba.set([230, 200, 30], 4 * (y * size + x));
  return picture;
}

describe('segmentArea', () => {
  it('tells a person from the room behind her', async () => {
    const pyramid = createPicturePyramid(await decode(photo('astronaut')));
    const plane = segmentArea(await loadSegmenter(), pyramid, { x0: 0, y0: 0, x1: 512, y1: 512 });
    assert.deepEqual([plane.width, plane.height, plane.data.length], [256, 256, 65536]);
    assert.ok((plane.data[50 * 256 + 112] ?? 0) > 0.9, 'her face');
    assert.ok((plane.data[50 * 256 + 240] ?? 1) < 0.1, 'the wall');
    assert.ok(plane.data.every((value) => value >= 0 && value <= 1));
  });

  it('looks only at the area it is given', async () => {
    const pyramid = createPicturePyramid(await decode(photo('astronaut')));
    // Right of her shoulder: she fills the lower left of it, the wall the upper right.
    const plane = segmentArea(await loadSegmenter(), pyramid, { x0: 150, y0: 20, x1: 450, y1: 320 });
    assert.ok((plane.data[240 * 256 + 40] ?? 0) > 0.9, 'her suit');
    assert.ok((plane.data[20 * 256 + 230] ?? 1) < 0.1, 'the wall');
  });
});

describe('estimateLikelihood', () => {
  it('rests on the segmenter where it covers a face', async () => {
    const picture = await decode(photo('grace-hopper'));
    const { likelihood, at } = await estimate(picture, await findFaces(picture));
    assert.equal(likelihood.evidence, 'person');
    assert.ok(at(0.5, 0.35) > 0.9 && at(0.5, 0.9) > 0.9);
    assert.ok(at(0.05, 0.3) < 0.1 && at(0.95, 0.3) < 0.1);
  });

  it('calls the same person a figure when no face is known', async () => {
    const { likelihood, at } = await estimate(await decode(photo('grace-hopper')), []);
    assert.equal(likelihood.evidence, 'figure');
    assert.ok(at(0.5, 0.35) > 0.7 && at(0.05, 0.3) < 0.5);
  });

  it('ignores a face that the figure does not cover', async () => {
    const { likelihood } = await estimate(await decode(photo('grace-hopper')), [faceAt([0, 0, 0.1, 0.1])]);
    assert.equal(likelihood.evidence, 'figure');
  });

  it('finds a small person as well as a large one, by a second look', async () => {
    const small = photo('grace-hopper').resize(150);
    const picture = await collage(800, 600, [{ picture: small, left: 500, top: 300 }]);
    const { at } = await estimate(picture, await findFaces(picture));
    assert.ok(at((500 + 75) / 800, (300 + 62) / 600) > 0.7, 'her face');
    assert.ok(at(0.1, 0.1) < 0.1, 'the empty canvas');
  });

  it('falls back to what stands out, less sure of it', async () => {
    const { likelihood, at } = await estimate(square([0.45, 0.4, 0.6, 0.55]), []);
    assert.equal(likelihood.evidence, 'salient');
    assert.ok(at(0.52, 0.48) > 0.6 && at(0.52, 0.48) < 0.95);
    assert.ok(at(0.1, 0.1) < 0.15 && at(0.9, 0.8) < 0.15);
  });

  it('puts a body below a face that the segmenter does not see', async () => {
    const { likelihood, at } = await estimate(ground(200), [faceAt([0.45, 0.2, 0.55, 0.32])]);
    assert.equal(likelihood.evidence, 'person');
    assert.ok(at(0.5, 0.26) > 0.9, 'the face itself');
    assert.ok(at(0.5, 0.6) > 0.5 && at(0.6, 0.6) > 0.5, 'trunk and shoulders');
    assert.ok(at(0.5, 0.05) < 0.1, 'above the head');
    assert.ok(at(0.2, 0.6) < 0.1 && at(0.9, 0.26) < 0.1, 'beside the body');
    assert.ok(at(0.5, 0.99) > 0.5 || at(0.5, 0.95) > 0.5, 'down to the edge when the picture ends there');
  });

  it('goes by the largest of several faces', async () => {
    const faces = [faceAt([0.1, 0.1, 0.14, 0.15]), faceAt([0.6, 0.2, 0.7, 0.32])];
    const { at } = await estimate(ground(200), faces);
    assert.ok(at(0.65, 0.6) > 0.5 && at(0.12, 0.4) < 0.1);
  });

  it('finds nothing likely beyond a hint, and everything open within one', async () => {
    const hint: Box = [0.5, 0.5, 0.9, 0.9];
    const { at } = await estimate(square([0.65, 0.65, 0.75, 0.75]), [], hint);
    assert.equal(at(0.2, 0.2), 0);
    assert.equal(at(0.3, 0.7), 0);
    assert.ok(at(0.7, 0.7) > 0.6, 'the square');
    assert.ok(at(0.55, 0.85) >= 0.4 - 1e-6 && at(0.55, 0.85) < 0.6, 'within the hint, beside the square');
  });

  it('keeps every value a likelihood', async () => {
    for (const name of ['rocket', 'coffee', 'chelsea'] as const) {
      const { likelihood, grid } = await estimate(await decode(photo(name)), []);
      assert.equal(likelihood.data.length, grid.width * grid.height);
      assert.ok(likelihood.data.every((value) => value >= 0 && value <= 1));
    }
  });
});
