// The form that asks for pictures.
import type { ModelInfo } from '@inkling/client';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import type { Caller } from '../api/caller.js';
import { hasHiddenFault, isReady } from '../draft/draft.js';
import type { DraftState } from '../draft/use-draft.js';
import type { Problem } from '../errors/explain-error.js';
import { ProblemNote } from '../errors/problem-note.js';
import { Icon } from '../look/icons.js';
import { useWords } from '../text/language.js';
import { PromptField } from './prompt-field.js';
import { ReferenceField } from './reference-field.js';
import { Settings } from './settings.js';

interface Props {
  state: DraftState;
  call: Caller;
  models: readonly ModelInfo[];
  /** A submit is under way: another one would buy twice. */
  sending: boolean;
  /** Why the last submit, or what else was tried, did not work. */
  problem: Problem | undefined;
  promptRef: Ref<HTMLTextAreaElement>;
  onSubmit(): void;
  onDismiss(): void;
  onChangeKey(): void;
}

/** On a phone the settings are folded away until asked for. */
export function Composer({
  state,
  call,
  models,
  sending,
  problem,
  promptRef,
  onSubmit,
  onDismiss,
  onChangeKey,
}: Props) {
  const words = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const { draft, model, change } = state;
  const ready = isReady(draft) && !sending;
  // What keeps the draft from being sent must be seen.
  const shown = unfolded || hasHiddenFault(draft);
  // The server has the last word; this is what it will say (contract §8).
  const cost = model.units_per_image * draft.n;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) onSubmit();
  }
  function submitByKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onSubmit();
  }
  return (
    <form className="composer" aria-label={words.composer} onSubmit={submit}>
      <div className="composer-fields">
        <PromptField
          label={words.prompt}
          hint={words.promptHint}
          value={draft.prompt}
          rows={4}
          fieldRef={promptRef}
          onChange={(prompt) => change({ prompt })}
          onKeyDown={submitByKey}
        />
        <ReferenceField state={state} call={call} />
        <button
          type="button"
          className="quiet unfold"
          aria-expanded={shown}
          aria-controls="settings"
          onClick={() => setUnfolded(!unfolded)}
        >
          {words.options}
          <span className="muted ellipsis">
            {model.model_name} · {draft.aspectRatio} · {draft.n}
          </span>
          <Icon name="down" />
        </button>
        <div id="settings" className="stack settings" data-unfolded={shown}>
          <Settings state={state} models={models} />
        </div>
      </div>
      <div className="composer-foot">
        {problem && <ProblemNote problem={problem} onDismiss={onDismiss} onChangeKey={onChangeKey} />}
        <button type="submit" className="primary" disabled={!ready}>
          {sending ? words.sending : words.generate(draft.n)}
        </button>
        <p className="fine muted foot-facts">
          <span>{words.units(cost)}</span>
          <kbd>{words.shortcut}</kbd>
        </p>
      </div>
    </form>
  );
}
