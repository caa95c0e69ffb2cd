// The draft of this visit: kept across reloads, always within what the chosen model can do.
import type { ModelInfo } from '@inkling/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { readShelf, writeShelf } from '../storage/reference-shelf.js';
import { canModel, type Draft, fitDraft } from './draft.js';
import { loadDraft, saveDraft } from './read-draft.js';
import { checkReference, type Reference, type ReferenceFault } from './reference.js';

/** The form as components see it. */
export interface DraftState {
  /** Fitted to `model`: nothing in it is beyond what the model can do. */
  draft: Draft;
  /** The one chosen, or the first that can do what the reference picture asks for. */
  model: ModelInfo;
  reference: Reference | undefined;
  /** Why the last picture was refused. */
  fault: ReferenceFault | undefined;
  /** Puts some fields in place of what they held. */
  change(part: Partial<Draft>): void;
  /** Checks a file and takes it, or says why not. `original`: what it was cut out of. */
  offerReference(file: File, original?: File): Promise<void>;
  /** Takes the picture out of the form and off the shelf. */
  removeReference(): void;
}

/** The model the draft names when it can do what is wanted, else the first that can. */
function chooseModel(models: readonly ModelInfo[], name: string, withReference: boolean): ModelInfo {
  const able = models.filter((model) => canModel(model, withReference));
  const chosen = able.find((model) => model.model_name === name) ?? able[0] ?? models[0];
  if (chosen === undefined) throw new Error('the server has no models');
  return chosen;
}

/** `models` is not empty. */
export function useDraft(models: readonly ModelInfo[]): DraftState {
  const [kept, setKept] = useState(loadDraft);
  const [reference, setReference] = useState<Reference>();
  const [fault, setFault] = useState<ReferenceFault>();
  const model = useMemo(
    () => chooseModel(models, kept.modelName, reference !== undefined),
    [models, kept.modelName, reference],
  );
  const draft = useMemo(() => fitDraft(kept, model), [kept, model]);
  useEffect(() => saveDraft(kept), [kept]);
  useEffect(() => () => URL.revokeObjectURL(reference?.url ?? ''), [reference]);

  const change = useCallback((part: Partial<Draft>) => setKept((before) => ({ ...before, ...part })), []);
  const offerReference = useCallback(async (file: File, original = file) => {
    const checked = await checkReference(file, original);
    if ('fault' in checked) return setFault(checked.fault);
    setFault(undefined);
    setReference(checked.reference);
    await writeShelf(file);
  }, []);
  const removeReference = useCallback(() => {
    setReference(undefined);
    setFault(undefined);
    void writeShelf(undefined);
  }, []);
  useEffect(() => {
    let gone = false;
    const restore = async () => {
      const file = await readShelf();
      if (file && !gone) await offerReference(file);
    };
    void restore();
    return () => {
      gone = true;
    };
  }, [offerReference]);
  return { draft, model, reference, fault, change, offerReference, removeReference };
}
