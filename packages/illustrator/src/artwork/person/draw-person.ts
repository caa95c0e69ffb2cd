// Draws a person: picks body, skin and hair by the seed, dresses it by role and by what the brief says it wears.
import { joinBoxes } from '../bounds.js';
import type { Drawing, Point, Pose } from '../drawing.js';
import { createSketch, limb, type Sketch } from '../sketch.js';
import { prefixIds } from '../svg.js';
import { darker, lighter, mixHex } from '../tone.js';
import type { HeadFrame } from '../worn/frame.js';
import { findHat } from '../worn/hats.js';
import { findTrinket } from '../worn/trinkets.js';
import type { Build } from './build.js';
import { type Body, type Dressed, drawBottom, drawSleeve, drawTrouser, drawTrunk } from './clothes.js';
import { drawCollar } from './collars.js';
import { drawHairBack, drawHairFront } from './hair.js';
import { drawFace, drawNeck, type Face } from './head.js';
import { type Looks, looksOf } from './looks.js';
import { type Outfit, outfitFor } from './outfit.js';
import { type Joints, jointsFor } from './pose.js';
import type { Role } from './roles.js';

/** Trinkets that lie on the chest: the chin comes over them. */
const neckwear: ReadonlySet<string> = new Set(['scarf', 'tie', 'bow tie', 'necklace']);

function drawLegs(body: Body, looks: Looks, outfit: Outfit): void {
  const { sketch, build, joints } = body;
  const calf = build.thighWidth * 0.62;
  const order = [1, 0];
  for (const index of order) {
    const chain = joints.legs[index === 0 ? 0 : 1];
    const side = index === 0 ? -1 : 1;
    const [, , ankle] = chain;
    sketch.path(
      limb(chain, [build.thighWidth, build.thighWidth * 0.78, calf * 0.8]),
      side < 0 ? looks.skin : `${looks.skin}>${looks.skinShade}`,
    );
    const trousers = outfit.bottom && outfit.bottom.garment.flare === 0 ? outfit.bottom : null;
    if (trousers) drawTrouser(body, chain, trousers, side);
    const skirt = skirtOf(outfit);
    if (joints.seated && skirt) drawLap(body, chain, skirt, side);
    drawShoe(body, ankle, joints.feet[index === 0 ? 0 : 1], outfit, chain);
  }
}

/** The garment that covers the thighs as a skirt does, if one is worn. */
function skirtOf({ top, bottom, over }: Outfit): Dressed | null {
  const long = (dressed: Dressed | null) => dressed !== null && ['knee', 'calf', 'ankle'].includes(dressed.garment.hem);
  if (bottom && bottom.garment.flare > 0) return bottom;
  return over.find(long) ?? (long(top) ? top : null);
}

/** A skirt over one thigh of somebody who sits. */
function drawLap({ sketch, build }: Body, chain: readonly Point[], { garment, colour }: Dressed, side: number): void {
  const [hip = [0, 0], knee = [0, 0], ankle = [0, 0]] = chain;
  const share = { ankle: 0.86, calf: 0.5 }[garment.hem as 'ankle' | 'calf'] ?? 0.2;
  const end: Point = [knee[0] + (ankle[0] - knee[0]) * share, knee[1] + (ankle[1] - knee[1]) * share];
  const w = build.thighWidth;
  sketch.path(
    limb([hip, knee, end], [w * 1.3, w * 1.2, w * 1.3], [0.5, 0.1]),
    side < 0 ? `${colour}>${darker(colour, 0.1)}` : `${darker(colour, 0.05)}>${darker(colour, 0.16)}`,
  );
}

function drawShoe(
  { sketch, build }: Body,
  [x, y]: Point,
  turn: number,
  { shoes }: Outfit,
  chain: readonly Point[],
): void {
  if (shoes === null) return;
  const { garment, colour } = shoes;
  const w = build.thighWidth;
  if (garment.cover > 0.3) {
    const [, knee = [0, 0], ankle = [0, 0]] = chain;
    const from: Point = [ankle[0] + (knee[0] - ankle[0]) * 0.5, ankle[1] + (knee[1] - ankle[1]) * 0.5];
    sketch.path(limb([from, ankle], [w * 0.86, w * 0.76]), `${lighter(colour, 0.08)}>${darker(colour, 0.08)}`);
  }
  const toe = turn * w * 0.32;
  sketch.path(
    `M${x - w * 0.4 + Math.min(0, toe)} ${y + w * 0.44}Q${x - w * 0.44 + Math.min(0, toe)} ${y - w * 0.02} ${x} ${y - w * 0.12}Q${x + w * 0.44 + Math.max(0, toe)} ${y - w * 0.02} ${x + w * 0.4 + Math.max(0, toe)} ${y + w * 0.44}Z`,
    `${lighter(colour, 0.1)}>${darker(colour, 0.2)}`,
  );
}

function drawArm(body: Body, looks: Looks, outfit: Outfit, side: 0 | 1): Point {
  const { sketch, build, joints } = body;
  const chain = joints.arms[side];
  const w = build.armWidth;
  const sign = side === 0 ? -1 : 1;
  sketch.path(
    limb(chain, [w, w * 0.86, w * 0.7]),
    sign < 0 ? looks.skin : `${looks.skin}>${mixHex(looks.skin, looks.skinShade, 0.6)}`,
  );
  const sleeves = [outfit.top, ...outfit.over].filter((dressed) => dressed !== null);
  sleeves.forEach((dressed, index) => {
    // A sleeve under a longer one would only peep out at the seams.
    const hidden = sleeves.slice(index + 1).some((other) => other.garment.cover >= dressed.garment.cover);
    if (!hidden) drawSleeve(body, chain, dressed, sign);
  });
  return chain[2];
}

function drawHand(sketch: Sketch, build: Build, looks: Looks, outfit: Outfit, [x, y]: Point): void {
  const r = build.armWidth * 0.52;
  const colour = outfit.gloves ?? looks.skin;
  sketch.ellipse(
    x,
    y,
    r,
    r * 1.06,
    `${colour}@${outfit.gloves ? darker(colour, 0.16) : mixHex(looks.skin, looks.skinShade, 0.7)}`,
  );
  for (const dx of [-0.32, 0.06])
    sketch.line(
      `M${x + dx * r} ${y + r * 0.15}v${r * 0.62}`,
      r * 0.13,
      `${outfit.gloves ? darker(colour, 0.3) : looks.skinShade}*0.8`,
    );
}

function headFrame({ faceX, faceY, headY, chinY }: Build): HeadFrame {
  return {
    x: 0,
    half: faceX * 1.06,
    browY: headY - faceY * 0.5,
    topY: headY - faceY * 1.25,
    eyeY: headY + faceY * 0.08,
    mouthY: headY + faceY * 0.5,
    neckY: chinY + 5,
    eyeGap: faceX * 0.42,
    neckHalf: faceX * 0.62,
  };
}

function drawExtras(sketch: Sketch, build: Build, role: Role, outfit: Outfit): void {
  const { shoulderX: sx, shoulderY: sy, ankleY } = build;
  if (outfit.cape)
    sketch.path(
      `M${-sx * 0.7} ${sy - 6}Q${-sx * 1.9} ${sy * 0.4} ${-sx * 1.75} ${ankleY - 18}Q0 ${ankleY + 2} ${sx * 1.75} ${ankleY - 18}Q${sx * 1.9} ${sy * 0.4} ${sx * 0.7} ${sy - 6}Z`,
      `${outfit.cape}>${darker(outfit.cape, 0.22)}`,
    );
  if (role.extra === 'wings')
    for (const side of [-1, 1])
      sketch.path(
        `M${side * sx * 0.3} ${sy + 20}C${side * sx * 2} ${sy - 80} ${side * sx * 3.4} ${sy - 60} ${side * sx * 3.3} ${sy - 10}C${side * sx * 3.3} ${sy + 20} ${side * sx * 2.9} ${sy + 20} ${side * sx * 2.8} ${sy + 24}C${side * sx * 2.7} ${sy + 50} ${side * sx * 2.2} ${sy + 46} ${side * sx * 2.1} ${sy + 52}C${side * sx * 1.8} ${sy + 72} ${side * sx * 1} ${sy + 70} ${side * sx * 0.3} ${sy + 50}Z`,
        '#ffffff>#d9e4f0',
      );
  if (role.extra === 'backpack') sketch.rect(-sx * 1.12, sy + 2, sx * 2.24, 84, 20, '#e8743b>#c4552a');
}

/** Draws a person of that role. `prop` is the SVG body of the Noto drawing it holds, if any. */
export function drawPerson(role: Role, pose: Pose, prop: string | null): Drawing {
  const looks = looksOf(role, pose);
  const { build } = looks;
  const outfit = outfitFor(role, pose);
  const carries =
    prop !== null && !pose.holding && (pose.action === null || pose.action === 'standing' || pose.action === 'singing');
  const action = pose.action ?? (looks.age === 'baby' ? 'sitting' : null);
  const joints: Joints = jointsFor(build, carries ? { ...pose, holding: 'one', action: null } : { ...pose, action });
  const sketch = createSketch('p');
  const front = createSketch('q');
  const body: Body = { sketch, build, joints };
  const hats = outfit.heads.flatMap(({ word, colour }) => {
    const hat = findHat(word);
    return hat === undefined ? [] : [{ hat, colour: colour ?? hat.colour }];
  });
  const covers = hats.map(({ hat }) => hat.covers);
  const face: Face = {
    ...{
      sketch,
      build,
      age: looks.age,
      skin: looks.skin,
      skinShade: looks.skinShade,
      hair: looks.hair,
      action: pose.action,
    },
    beard: role.beard || pose.wearing.some(({ concept }) => concept === 'beard'),
    moustache: role.moustache,
  };
  const scalp = { sketch, build, colour: looks.hair, shade: looks.hairShade };
  const up = `translate(0 ${joints.drop})`;
  const hands: Point[] = [];
  const draw = () => {
    sketch.group(up, () => {
      drawExtras(sketch, build, role, outfit);
      if (!covers.some((part) => part !== undefined)) drawHairBack(scalp, looks.cut);
      if (role.extra === 'veil') drawHairBack({ ...scalp, colour: '#ffffff', shade: '#eef2f6' }, 'long');
    });
    const arms = () => {
      for (const side of [0, 1] as const) hands.push(drawArm(body, looks, outfit, side));
    };
    if (!joints.armsInFront) arms();
    drawLegs(body, looks, outfit);
    if (outfit.bottom) drawBottom(body, outfit.bottom);
    if (outfit.top) drawTrunk(body, outfit.top, 0);
    if (outfit.bottom && outfit.bottom.garment.flare > 0 && outfit.top?.garment.slot === 'top')
      drawBottom(body, outfit.bottom);
    sketch.group(up, () => {
      for (const { hat, colour } of hats) hat.back?.(sketch, headFrame(build), colour);
      drawNeck(face);
    });
    const worn = [outfit.top, ...outfit.over].filter((dressed) => dressed !== null);
    for (const [index, dressed] of outfit.over.entries()) drawTrunk(body, dressed, 3 + index);
    const outer = worn.filter(({ garment }) => garment.collar !== 'none').at(-1);
    const under = worn.at(-2)?.colour ?? '#f4f4f2';
    if (outer) drawCollar(body, outer, looks.skin, outer === worn[0] ? looks.skin : under);
    if (outfit.belt)
      sketch.rect(-build.waistX - 4, build.waistY + joints.drop - 6, build.waistX * 2 + 8, 12, 2, outfit.belt);
    sketch.group(up, () => {
      if (role.extra === 'backpack')
        for (const side of [-1, 1])
          sketch.line(
            `M${side * build.shoulderX * 0.62} ${build.shoulderY - 4}Q${side * build.shoulderX * 0.74} ${build.shoulderY + 34} ${side * build.shoulderX * 0.6} ${build.waistY - 8}`,
            8,
            '#c4552a',
          );
      const frame = headFrame(build);
      for (const { word, colour } of outfit.trinkets) {
        const trinket = findTrinket(word);
        if (trinket && neckwear.has(trinket.name)) trinket.draw(sketch, frame, colour ?? trinket.colour);
      }
      drawFace(face);
      if (!covers.includes('all')) drawHairFront(scalp, looks.cut);
      if (role.extra === 'fangs')
        for (const side of [-1, 1])
          sketch.polygon(
            [
              [side * 3, frame.mouthY + 3],
              [side * 8, frame.mouthY + 3],
              [side * 5.5, frame.mouthY + 12],
            ],
            '#ffffff',
          );
      for (const { word, colour } of outfit.trinkets) {
        const trinket = findTrinket(word);
        if (trinket && !neckwear.has(trinket.name)) trinket.draw(sketch, frame, colour ?? trinket.colour);
      }
      for (const { hat, colour } of hats) hat.draw(sketch, frame, colour);
    });
    if (joints.armsInFront) arms();
    if (prop !== null && joints.armsInFront && pose.holding === false) {
      const [first = [0, 0], second = [0, 0]] = hands;
      const size = build.shoulderX * 2;
      sketch.inset(prefixIds(prop, 'o'), [
        (first[0] + second[0] - size) / 2,
        (first[1] + second[1]) / 2 - size * 0.62,
        size,
        size,
      ]);
    }
    if (carries && prop !== null) {
      const [x, y] = hands[1] ?? [0, 0];
      sketch.inset(prefixIds(prop, 'o'), [x - 36, y - 56, 80, 80]);
    }
    const gripping = pose.holding !== false;
    hands.forEach((hand, index) => {
      const inFront = gripping && (pose.holding !== 'one' || index === 1);
      drawHand(inFront ? front : sketch, build, looks, outfit, hand);
    });
  };
  const turn = `rotate(${joints.lean})`;
  sketch.group(turn, () => front.group(turn, draw));
  const [left = [0, 0], right = [0, 0]] = hands;
  const middle: Point = pose.holding === 'one' ? right : [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  const faceTop = build.headY - build.faceY * 1.1 + joints.drop;
  const upright = joints.lean === 0;
  return {
    body: sketch.toSvg(),
    ...(pose.holding === false ? {} : { front: front.toSvg() }),
    outer: joinBoxes(sketch.box(), front.box()) ?? [0, 0, 1, 1],
    exact: true,
    coloured: true,
    ...(upright
      ? {
          anchors: {
            hands: middle,
            ...(pose.holding === 'both' ? { grips: [left, right] as const } : {}),
            head: [-build.faceX, faceTop, build.faceX, build.chinY + joints.drop],
            seat: [0, build.crotchY + joints.drop],
          },
        }
      : {}),
  };
}
