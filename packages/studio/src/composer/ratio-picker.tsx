// The picture's shape, drawn as the shape it is.
import type { ModelInfo } from '@inkling/client';
import { Choice } from '../look/choice.js';
import { useWords } from '../text/language.js';

interface Props {
  model: ModelInfo;
  value: string;
  resolution: string;
  onChange(ratio: string): void;
}

/** Longest side of a drawn shape, px. */
const drawnSide = 22;

/** Width over height of `16:9`; 1 for what is no ratio. */
export function ratioOf(text: string): number {
  const [width = 1, height = 1] = text.split(':').map(Number);
  const ratio = width / height;
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
}

/** A group of radio buttons, each a rectangle of its ratio, and the size in pixels below. */
export function RatioPicker({ model, value, resolution, onChange }: Props) {
  const words = useWords();
  const ordered = [...model.aspect_ratios].sort((one, other) => ratioOf(other) - ratioOf(one));
  const options = ordered.map((ratio) => {
    const wide = ratioOf(ratio);
    const size = { width: drawnSide * Math.min(1, wide), height: drawnSide / Math.max(1, wide) };
    return {
      value: ratio,
      label: (
        <>
          <span className="shape">
            <i style={size} />
          </span>
          {ratio}
        </>
      ),
    };
  });
  const size = model.sizes.find((entry) => entry.aspect_ratio === value && entry.resolution === resolution);
  return (
    <div>
      <Choice label={words.ratio} options={options} value={value} onChange={onChange} className="shapes" />
      {size && <p className="fine muted">{words.pixels(size.width, size.height)}</p>}
    </div>
  );
}
