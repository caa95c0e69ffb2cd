// Portraits: exactly one face, seated well in every frame.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placeBust } from '../../src/reference/portrait.js';
import { IllustratorError } from '../../src/request.js';
import { photoBytes, repaint, twoFaces } from './fixtures.js';

/** That the painting is refused with this reason. */
function refused(reason: IllustratorError['reason']): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof IllustratorError);
    assert.equal(error.reason, reason);
    assert.equal(error.field, 'reference');
    return true;
  };
}

describe('a face reference', () => {
  it('refuses a picture without a face', async () => {
    await assert.rejects(repaint(await photoBytes('coffee'), { kind: 'face' }), refused('no-face'));
  });

  it('takes no cat for a face', async () => {
    await assert.rejects(repaint(await photoBytes('chelsea'), { kind: 'face' }), refused('no-face'));
  });

  it('refuses a picture with two faces', async () => {
    await assert.rejects(repaint(await twoFaces(), { kind: 'face' }), refused('many-faces'));
  });

  it('paints one face before a studio cloth, in the frame that is asked for', async () => {
    const { rgba, plan } = await repaint(await photoBytes('grace-hopper'), {
      kind: 'face',
      prompt: 'a portrait',
      style: 'oil',
      width: 240,
      height: 320,
    });
    assert.equal(rgba.length, 240 * 320 * 4);
    assert.equal(plan.setting, 'studio');
    assert.equal(plan.style, 'oil');
    assert.equal(plan.subjects.length, 1);
  });

  it('goes to the place the prompt names', async () => {
    const { plan } = await repaint(await photoBytes('astronaut'), {
      kind: 'face',
      prompt: 'a portrait in a forest',
      width: 192,
      height: 192,
    });
    assert.equal(plan.setting, 'forest');
  });
});

describe('placeBust', () => {
  it('reaches the lower edge, keeps the face inside and in the middle, in every frame', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([1024, 1024], [1360, 768], [768, 1360], [1168, 880], [1552, 656]),
        fc.integer({ min: 60, max: 400 }),
        fc.double({ min: 0.2, max: 1.5, noNaN: true }),
        fc.double({ min: 0.7, max: 3, noNaN: true }),
        ([w = 0, h = 0], tall, above, below) => {
          // A face `tall` pixels high with `above` and `below` faces of picture over and under it.
          const picture = { width: tall * 3, height: Math.round(tall * (1 + above + below)) };
          const face = { x0: tall * 1.1, y0: tall * above, x1: tall * 1.9, y1: tall * (1 + above) };
          const place = placeBust({ width: w, height: h }, picture, face);
          const scale = place.width / picture.width;
          const middle = place.x + ((face.x0 + face.x1) / 2) * scale;
          assert.ok(place.y + place.height >= h - 0.5, 'floats');
          assert.ok(Math.abs(middle - w / 2) < 0.5, 'aside');
          assert.ok(place.y + face.y0 * scale > 0 && place.y + face.y1 * scale <= h, 'face cut');
          assert.ok(Math.abs(place.height / place.width - picture.height / picture.width) < 1e-9, 'stretched');
        },
      ),
    );
  });
});
