// One look of the detector: where boxes and landmarks land for views that are moved, scaled and turned.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Detection, detectInView, loadFaceNetwork } from '../../src/faces/face-detector.js';
import { createPicturePyramid, type View } from '../../src/faces/picture-pyramid.js';
import { decode, photo } from './photos.js';

const pyramid = createPicturePyramid(await decode(photo('astronaut')));
const whole: View = { centreX: 256, centreY: 256, side: 512, angle: 0 };

async function best(view: View): Promise<Detection> {
  const detections = detectInView(await loadFaceNetwork(), pyramid, view, 0.3);
  const [first] = detections.toSorted((a, b) => b.score - a.score);
  assert.ok(first, 'a face is seen');
  return first;
}

function middle({ x0, y0, x1, y1 }: Detection): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

describe('loadFaceNetwork', () => {
  it('loads once for all callers', async () => {
    const [one, other] = await Promise.all([loadFaceNetwork(), loadFaceNetwork()]);
    assert.equal(one, other);
  });
});

describe('detectInView', () => {
  const views: [string, View][] = [
    ['from the side', { ...whole, centreX: 300, centreY: 200 }],
    ['from closer', { centreX: 230, centreY: 130, side: 320, angle: 0 }],
    ['from afar, beyond the picture', { centreX: 100, centreY: 300, side: 900, angle: 0 }],
    ['turned by 20 degrees', { ...whole, angle: Math.PI / 9 }],
    ['turned by −30 degrees', { ...whole, angle: -Math.PI / 6 }],
  ];
  for (const [name, view] of views)
    it(`gives the same place in the picture ${name}`, async () => {
      const reference = await best(whole);
      const seen = await best(view);
      const [a, b] = [middle(reference), middle(seen)];
      const width = reference.x1 - reference.x0;
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) < 0.2 * width, `${a.x},${a.y} and ${b.x},${b.y}`);
      assert.ok(Math.abs((seen.x1 - seen.x0) / width - 1) < 0.35);
      // Eyes, nose and mouth stay put; ears are guesses.
      for (let index = 0; index < 4; index++) {
        const [p, q] = [reference.landmarks[index], seen.landmarks[index]];
        assert.ok(p && q && Math.hypot(p.x - q.x, p.y - q.y) < 0.2 * width, `landmark ${index}`);
      }
    });

  it('leaves out what scores below the threshold', async () => {
    const network = await loadFaceNetwork();
    const all = detectInView(network, pyramid, whole, 0.01);
    const sure = detectInView(network, pyramid, whole, 0.8);
    assert.ok(all.length > sure.length && sure.length > 0);
    assert.ok(sure.every(({ score }) => score >= 0.8));
    assert.deepEqual(
      all.filter(({ score }) => score >= 0.8),
      sure,
    );
  });

  it('sees nothing beside the picture', async () => {
    const away = { centreX: 5000, centreY: 5000, side: 512, angle: 0 };
    assert.deepEqual(detectInView(await loadFaceNetwork(), pyramid, away, 0.5), []);
  });
});
