// The picture to start from: chosen as a file here; dropped or pasted anywhere on the page.
import { type ChangeEvent, useId } from 'react';
import type { ReferenceFault } from '../draft/reference.js';
import type { DraftState } from '../draft/use-draft.js';
import { Choice } from '../look/choice.js';
import { Icon } from '../look/icons.js';
import { Slider } from '../look/slider.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';

/** Why a picture was refused, and what to do. */
function explainFault(fault: ReferenceFault, words: Words): string {
  const faults = words.referenceFaults;
  if (fault.kind === 'size') return faults.size((fault.bytes / 1024 / 1024).toFixed(1));
  if (fault.kind === 'sides' || fault.kind === 'ratio') return faults[fault.kind](fault.width, fault.height);
  return faults[fault.kind];
}

/** A drop zone, or the picture with what is to be taken from it. */
export function ReferenceField({ state }: { state: DraftState }) {
  const words = useWords();
  const ruleId = useId();
  const inputId = useId();
  const { draft, model, reference, fault, change, offerReference, removeReference } = state;
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0];
    // The same file may be chosen again after it was removed.
    event.target.value = '';
    if (file) void offerReference(file);
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
          <img src={reference.url} alt={words.reference} />
          <div className="reference-facts">
            <span className="ellipsis">{reference.file.name}</span>
            <small id={ruleId}>{words.pixels(reference.width, reference.height)}</small>
            <label className="link" htmlFor={inputId}>
              {input}
              {words.referenceReplace}
            </label>
          </div>
          <button type="button" className="icon-button" aria-label={words.referenceRemove} onClick={removeReference}>
            <Icon name="close" />
          </button>
        </div>
      )}
      {fault && (
        <p className="fault" role="alert">
          {explainFault(fault, words)}
        </p>
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
          <Slider
            label={words.imageFidelity}
            value={draft.imageFidelity}
            onChange={(imageFidelity) => change({ imageFidelity })}
          />
          {model.image_to_image.some((use) => use === 'subject' || use === 'face') && (
            <Slider
              label={words.humanFidelity}
              value={draft.humanFidelity}
              onChange={(humanFidelity) => change({ humanFidelity })}
            />
          )}
        </div>
      )}
    </section>
  );
}
