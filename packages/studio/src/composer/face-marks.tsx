// The reference picture with a frame around every face the server found.
import type { Faces } from '../draft/use-faces.js';

const percent = (fraction: number) => `${fraction * 100}%`;

/** Decoration: how many there are is said in words beside it. */
export function FaceMarks({ faces }: { faces: Faces | undefined }) {
  if (faces?.state !== 'found') return null;
  return (
    <span className="face-marks" aria-hidden="true">
      {faces.faces.map(({ box: [left, top, right, bottom] }) => (
        <i
          key={`${left} ${top}`}
          style={{
            left: percent(left),
            top: percent(top),
            width: percent(right - left),
            height: percent(bottom - top),
          }}
        />
      ))}
    </span>
  );
}
