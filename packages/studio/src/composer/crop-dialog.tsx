// Choosing the part of a picture to start from. Loaded when it is first needed.
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import ReactCrop, { type PercentCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import '../look/crop.css';
import { cropPicture, middlePart, type Part } from '../draft/crop-picture.js';
import { maxReferenceRatio, minReferenceSide } from '../draft/reference.js';
import { Choice } from '../look/choice.js';
import { useWords } from '../text/language.js';
import { ratioOf } from './ratio-picker.js';

interface Props {
  file: File;
  /** Shape of the picture that is asked for: `16:9`. */
  aspectRatio: string;
  onCrop(file: File): void;
  onClose(): void;
}

/** A part in percent of the picture's sides, as the cropper counts. */
function toPercent(part: Part, width: number, height: number): PercentCrop {
  return {
    unit: '%',
    x: (part.x / width) * 100,
    y: (part.y / height) * 100,
    width: (part.width / width) * 100,
    height: (part.height / height) * 100,
  };
}

/** The other way, in whole pixels. */
function toPixels(crop: PercentCrop, width: number, height: number): Part {
  const part = {
    x: Math.round((crop.x / 100) * width),
    y: Math.round((crop.y / 100) * height),
    width: Math.round((crop.width / 100) * width),
    height: Math.round((crop.height / 100) * height),
  };
  return { ...part, width: Math.min(part.width, width - part.x), height: Math.min(part.height, height - part.y) };
}

/** By pointer or by keys: the handles are tab stops that arrow keys move. */
export function CropDialog({ file, aspectRatio, onCrop, onClose }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [url] = useState(() => URL.createObjectURL(file));
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [crop, setCrop] = useState<PercentCrop>();
  const [shape, setShape] = useState('free');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const ratio = shape === 'free' ? undefined : ratioOf(shape);

  function start({ currentTarget: { naturalWidth: width, naturalHeight: height } }: SyntheticEvent<HTMLImageElement>) {
    setSize({ width, height });
    const nearest = Math.min(maxReferenceRatio, Math.max(1 / maxReferenceRatio, width / height));
    setCrop(toPercent(middlePart(width, height, nearest), width, height));
  }
  function reshape(next: string): void {
    setShape(next);
    if (size && next !== 'free')
      setCrop(toPercent(middlePart(size.width, size.height, ratioOf(next)), size.width, size.height));
  }
  const part = size && crop ? toPixels(crop, size.width, size.height) : undefined;
  const longest = part ? Math.max(part.width, part.height) / Math.max(1, Math.min(part.width, part.height)) : 0;
  const small = part !== undefined && Math.min(part.width, part.height) < minReferenceSide;
  const fault = small ? words.cropSmall : longest > maxReferenceRatio + 0.001 ? words.cropThin : undefined;
  async function take(): Promise<void> {
    if (part) onCrop(await cropPicture(file, part));
  }

  return (
    <dialog ref={dialog} className="crop" aria-label={words.crop} onClose={onClose}>
      <div className="crop-stage">
        <ReactCrop
          {...(crop ? { crop } : {})}
          {...(ratio === undefined ? {} : { aspect: ratio })}
          onChange={(_pixels, percent) => setCrop(percent)}
          keepSelection
          ruleOfThirds
          ariaLabels={words.cropParts}
        >
          <img src={url} alt={words.reference} onLoad={start} />
        </ReactCrop>
      </div>
      <div className="crop-foot">
        <Choice
          label={words.ratio}
          options={[...new Set(['free', aspectRatio, '1:1', '3:4', '4:3'])].map((value) => ({
            value,
            label: value === 'free' ? words.cropFree : value,
          }))}
          value={shape}
          onChange={reshape}
        />
        <p className={fault ? 'fine fault' : 'fine muted'} role="status">
          {fault ?? (part && words.pixels(part.width, part.height))}
        </p>
        <div className="crop-actions">
          <button type="button" className="quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" className="primary" disabled={!part || fault !== undefined} onClick={() => void take()}>
            {words.cropTake}
          </button>
        </div>
      </div>
    </dialog>
  );
}
