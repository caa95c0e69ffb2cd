// Where the joints of a person are for what it does: front view, slightly turned legs for walking and running.
import type { Point, Pose } from '../drawing.js';
import type { Build } from './build.js';

/** Screen-left first. Each chain runs from the body outwards. */
export interface Joints {
  arms: readonly [readonly [Point, Point, Point], readonly [Point, Point, Point]];
  legs: readonly [readonly [Point, Point, Point], readonly [Point, Point, Point]];
  /** Which way each foot points: −1 left, 0 towards us, 1 right. */
  feet: readonly [number, number];
  /** Everything above the hips moves down by this (sitting). */
  drop: number;
  /** Degrees the whole figure leans, positive to the right; 90 lies on its back. */
  lean: number;
  /** Hands come before the body. */
  armsInFront: boolean;
  /** Thighs point at us: knees hide the hips. */
  seated: boolean;
}

type ArmPose = 'relaxed' | 'both' | 'grip' | 'one' | 'wave' | 'up' | 'swing' | 'spread';
type LegPose = 'stand' | 'walk' | 'run' | 'sit' | 'jump' | 'dance';

function armPoseOf({ action, holding }: Pose): ArmPose {
  if (holding === 'one') return 'one';
  if (holding) return 'grip';
  switch (action) {
    case 'waving':
      return 'wave';
    case 'dancing':
    case 'jumping':
      return 'up';
    case 'walking':
    case 'running':
      return 'swing';
    case 'flying':
    case 'singing':
      return 'spread';
    case 'reading':
    case 'eating':
    case 'drinking':
    case 'cooking':
    case 'playing':
    case 'driving':
      return 'both';
    default:
      return 'relaxed';
  }
}

function legPoseOf({ action }: Pose): LegPose {
  switch (action) {
    case 'walking':
      return 'walk';
    case 'running':
      return 'run';
    case 'jumping':
    case 'flying':
      return 'jump';
    case 'dancing':
      return 'dance';
    case 'sitting':
    case 'reading':
    case 'driving':
      return 'sit';
    default:
      return 'stand';
  }
}

/** Elbow and hand of one arm as offsets from its shoulder, in shares of the arm's length, `side` −1 left, 1 right. */
const armShapes: Readonly<Record<ArmPose, (side: number) => readonly [Point, Point]>> = {
  relaxed: () => [
    [0.12, 0.5],
    [0.13, 0.98],
  ],
  grip: () => [
    [0.24, 0.42],
    [0.12, 0.64],
  ],
  both: () => [
    [0.14, 0.47],
    [-0.14, 0.66],
  ],
  one: (side) =>
    side > 0
      ? [
          [0.3, 0.36],
          [0.5, -0.06],
        ]
      : [
          [0.12, 0.5],
          [0.13, 0.98],
        ],
  wave: (side) =>
    side > 0
      ? [
          [0.42, 0.22],
          [0.6, -0.3],
        ]
      : [
          [0.12, 0.5],
          [0.13, 0.98],
        ],
  up: () => [
    [0.36, -0.14],
    [0.5, -0.62],
  ],
  swing: (side) =>
    side < 0
      ? [
          [0.14, 0.44],
          [0.42, 0.66],
        ]
      : [
          [0.22, 0.42],
          [0.08, 0.78],
        ],
  spread: () => [
    [0.38, 0.24],
    [0.82, 0.06],
  ],
};

type Chains = {
  chains: readonly [readonly [Point, Point], readonly [Point, Point]];
  feet: readonly [number, number];
  drop: number;
};

/** Knee and ankle of both legs, absolute. */
function legShape(pose: LegPose, build: Build): Chains {
  const { hipX, kneeY, ankleY, crotchY } = build;
  const leg = ankleY - crotchY;
  const x = hipX * 0.5;
  switch (pose) {
    case 'walk':
      return {
        chains: [
          [
            [-x * 1.5, kneeY],
            [-x * 2.1, ankleY],
          ],
          [
            [x * 1.0, kneeY + 2],
            [x * 2.3, ankleY - leg * 0.08],
          ],
        ],
        feet: [-1, -1],
        drop: 0,
      };
    case 'run':
      return {
        chains: [
          [
            [-x * 3, kneeY - leg * 0.16],
            [-x * 2.6, ankleY - leg * 0.12],
          ],
          [
            [x * 1.6, kneeY + leg * 0.06],
            [x * 4.4, kneeY + leg * 0.1],
          ],
        ],
        feet: [-1, 1],
        drop: 0,
      };
    case 'jump':
      return {
        chains: [
          [
            [-x * 2.2, kneeY - leg * 0.1],
            [-x * 1.5, ankleY - leg * 0.14],
          ],
          [
            [x * 2.2, kneeY - leg * 0.1],
            [x * 1.5, ankleY - leg * 0.3],
          ],
        ],
        feet: [-1, 1],
        drop: 0,
      };
    case 'dance':
      return {
        chains: [
          [
            [-x * 1.1, kneeY],
            [-x * 1.2, ankleY],
          ],
          [
            [x * 2.6, kneeY - leg * 0.12],
            [x * 1.3, kneeY + leg * 0.22],
          ],
        ],
        feet: [-1, 1],
        drop: 0,
      };
    case 'sit': {
      // Thighs lie to the left at knee height, shins hang down: from straight ahead nobody reads it as sitting.
      const thigh = (kneeY - crotchY) * 0.86;
      const lap = kneeY - build.thighWidth * 0.1;
      return {
        chains: [
          [
            [-thigh - x * 0.6, lap + 4],
            [-thigh - x * 0.9, ankleY],
          ],
          [
            [-thigh + x * 0.3, lap],
            [-thigh + x * 0.2, ankleY - 4],
          ],
        ],
        feet: [-1, -1],
        drop: lap - crotchY + 6,
      };
    }
    default:
      return {
        chains: [
          [
            [-x, kneeY],
            [-x, ankleY],
          ],
          [
            [x, kneeY],
            [x, ankleY],
          ],
        ],
        feet: [-0.4, 0.4],
        drop: 0,
      };
  }
}

/** The joints of a body of that build doing what the pose says. */
export function jointsFor(build: Build, pose: Pose): Joints {
  const arm = armPoseOf(pose);
  const { chains, feet, drop } = legShape(legPoseOf(pose), build);
  const length = build.upperArm + build.foreArm;
  const armChain = (side: -1 | 1): [Point, Point, Point] => {
    const shoulder: Point = [
      side * (build.shoulderX - build.armWidth * 0.42),
      build.shoulderY + build.armWidth * 0.35 + drop,
    ];
    const [elbow, hand] = armShapes[arm](side);
    const at = ([x, y]: Point): Point => [shoulder[0] + side * x * length, shoulder[1] + y * length];
    return [shoulder, at(elbow), at(hand)];
  };
  const hip = (side: -1 | 1): Point => [side * build.hipX * 0.5, build.crotchY - 6 + drop];
  const lying = pose.action === 'lying' || pose.action === 'sleeping';
  return {
    arms: [armChain(-1), armChain(1)],
    legs: [
      [hip(-1), ...chains[0]],
      [hip(1), ...chains[1]],
    ],
    feet,
    drop,
    lean: lying ? 90 : pose.action === 'running' ? -5 : 0,
    armsInFront: arm === 'both' || arm === 'grip',
    seated: drop > 0,
  };
}
