// Makes one detection of the many that a face sets off.
import type { Detection } from './face-detector.js';

/** Shared area of two boxes over the area of the smaller one, [0,1]. */
export function overlap(a: Detection, b: Detection): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
}

/**
 * Non-maximum suppression that blends instead of dropping (BlazeFace, Bazarevsky 2019, section 3.4): detections which
 * overlap the best one by more than `same` are averaged with it, weighted by score. Best first; scores are the best's.
 */
export function blendDetections(detections: Detection[], same: number): Detection[] {
  let waiting = detections.toSorted((a, b) => b.score - a.score);
  const blended: Detection[] = [];
  for (let best = waiting[0]; best; best = waiting[0]) {
    const leader = best;
    const group = waiting.filter((other) => other === leader || overlap(leader, other) > same);
    waiting = waiting.filter((other) => !group.includes(other));
    blended.push(average(leader, group));
  }
  return blended;
}

function average(leader: Detection, group: Detection[]): Detection {
  const total = group.reduce((sum, { score }) => sum + score, 0);
  const mean = (value: (detection: Detection) => number): number =>
    group.reduce((sum, detection) => sum + value(detection) * detection.score, 0) / total;
  return {
    score: leader.score,
    x0: mean(({ x0 }) => x0),
    y0: mean(({ y0 }) => y0),
    x1: mean(({ x1 }) => x1),
    y1: mean(({ y1 }) => y1),
    landmarks: leader.landmarks.map((_, index) => ({
      x: mean(({ landmarks }) => landmarks[index]?.x ?? 0),
      y: mean(({ landmarks }) => landmarks[index]?.y ?? 0),
    })),
  };
}
