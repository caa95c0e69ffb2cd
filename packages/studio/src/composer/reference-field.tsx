// The picture to start from: chosen as a file here; dropped or pasted anywhere on the page.
import { type ChangeEvent, lazy, Suspense, useId, useState } from 'react';
import type { Caller } from '../api/caller.js';
import type { ReferenceFault } from '../draft/reference.js';
import type { DraftState } from '../draft/use-draft.js';
import { type Faces, useFaces } from '../draft/use-faces.js';
import { Choice } from '../look/choice.js';
import { Icon } from '../look/icons.js';
import { Slider } from '../look/slider.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';
import { FaceMarks } from './face-marks.js';

const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog.js')).CropDialog }));

/** Why a picture was refused, and what to do. */
function explainFault(fault: ReferenceFault, words: Words): string {
  const faults = words.referenceFaults;
  if (fault.kind === 'size') return faults.size((fault.bytes / 1024 / 1024).toFixed(1));
  if (fault.kind === 'sides' || fault.kind === 'ratio') return faults[fault.kind](fault.width, fault.height);
  return faults[fault.kind];
}

/** What the detector said, in words. */
function describeFaces(faces: Faces | undefined, words: Words): string | undefined {
  if (faces?.state === 'looking') return words.facesLooking;
  return faces?.state === 'found' ? words.facesFound(faces.faces.length) : undefined;
}

/** A drop zone, or the picture with what is to be taken from it. */
export function ReferenceField({ state, call }: { state: DraftState; call: Caller }) {
  const words = useWords();
  const ruleId = useId();
  const inputId = useId();
  const [cropping, setCropping] = useState<File>();
  const { draft, model, reference, fault, change, offerReference, removeReference } = state;
  const knowsFaces = model.image_to_image.some((use) => use === 'subject' || use === 'face');
  const faces = useFaces(call, reference, knowsFaces);
  const wrongCount =
    faces?.state === 'found' &&
    faces.faces.length !== 1 &&
    model.image_reference_required &&
    draft.imageReference === 'face';
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0];
    // The same file may be chosen again after it was removed.
    event.target.value = '';
    if (file) void offerReference(file);
  }
  function takeCropped(file: File): void {
    void offerReference(file, cropping);
    setCropping(undefined);
  }
  const input = (
    <input id={inputId} type="file" accept="image/png,image/jpeg" onChange={choose} aria-describedby={ruleId} />
  );
  return (
    <section className="reference" aria-label={words.reference}>
      {reference === undefined ? (
        <label className="drop-zone" htmlFor={inputId}>
          {input}
          <Icon name="picture" />
          <span>
            {words.referenceAdd}
            <small id={ruleId}>{words.referenceRules}</small>
          </span>
        </label>
      ) : (
        <div className="reference-taken">
          <span className="reference-picture">
            <img src={reference.url} alt={words.reference} />
            <FaceMarks faces={faces} />
          </span>
          <div className="reference-facts">
            <span className="ellipsis">{reference.file.name}</span>
            <small id={ruleId}>{words.pixels(reference.width, reference.height)}</small>
            <small role="status">{describeFaces(faces, words)}</small>
            <span className="reference-links">
              <label className="link" htmlFor={inputId}>
                {input}
                {words.referenceReplace}
              </label>
              <button type="button" className="link" onClick={() => setCropping(reference.original)}>
                {words.crop}
              </button>
            </span>
          </div>
          <button type="button" className="icon-button" aria-label={words.referenceRemove} onClick={removeReference}>
            <Icon name="close" />
          </button>
        </div>
      )}
      {fault && (
        <div className="fault" role="alert">
          {explainFault(fault, words)}
          {'file' in fault && (
            <button type="button" className="quiet" onClick={() => setCropping(fault.file)}>
              {words.cropNow}
            </button>
          )}
        </div>
      )}
      {reference && (
        <div className="reference-settings">
          {model.image_reference_required && (
            <Choice
              label={words.referenceUse}
              options={[
                {
                  value: 'subject',
                  label: words.referenceSubject,
                  disabled: !model.image_to_image.includes('subject'),
                },
                { value: 'face', label: words.referenceFace, disabled: !model.image_to_image.includes('face') },
              ]}
              value={draft.imageReference}
              onChange={(imageReference) => change({ imageReference })}
            />
          )}
          {wrongCount && (
            <p className="fault" role="alert">
              {words.facesNeedOne}
            </p>
          )}
          <Slider
            label={words.imageFidelity}
            value={draft.imageFidelity}
            onChange={(imageFidelity) => change({ imageFidelity })}
          />
          {knowsFaces && (
            <Slider
              label={words.humanFidelity}
              value={draft.humanFidelity}
              onChange={(humanFidelity) => change({ humanFidelity })}
            />
          )}
        </div>
      )}
      {cropping && (
        <Suspense>
          <CropDialog
            file={cropping}
            aspectRatio={draft.aspectRatio}
            onCrop={takeCropped}
            onClose={() => setCropping(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
