// What most pictures do without: what to leave out, the seed, a marked twin, and what programs want to be told.
import { type ToggleEvent, useEffect, useId, useState } from 'react';
import { type Draft, hasHiddenFault, isCallbackUrl, isExternalId } from '../draft/draft.js';
import type { DraftState } from '../draft/use-draft.js';
import { Icon } from '../look/icons.js';
import { useWords } from '../text/language.js';
import { PromptField } from './prompt-field.js';
import { SeedField } from './seed-field.js';

/** Does the fold hold something that will be sent? */
function isFilled(draft: Draft): boolean {
  const { negativePrompt, seed, watermark, callbackUrl, externalTaskId } = draft;
  return watermark || [negativePrompt, seed, callbackUrl, externalTaskId].some((text) => text !== '');
}

/** Folded away; what is brought back into it (a draft, reused settings) unfolds it. */
export function MoreSettings({ state }: { state: DraftState }) {
  const words = useWords();
  const { draft, reference, change } = state;
  const filled = isFilled(draft);
  const [open, setOpen] = useState(filled);
  useEffect(() => {
    if (filled) setOpen(true);
  }, [filled]);
  // What keeps the draft from being sent must be seen.
  const faulty = hasHiddenFault(draft);
  function toggle({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void {
    if (faulty) currentTarget.open = true;
    setOpen(currentTarget.open);
  }
  return (
    <details className="advanced" open={open || faulty} onToggle={toggle}>
      <summary>
        {words.advanced}
        <Icon name="down" />
      </summary>
      <div className="stack">
        <div>
          <PromptField
            label={words.negative}
            hint={words.negativeHint}
            value={draft.negativePrompt}
            rows={2}
            disabled={reference !== undefined}
            onChange={(negativePrompt) => change({ negativePrompt })}
          />
          {reference && <p className="fine muted">{words.negativeWithReference}</p>}
        </div>
        <SeedField value={draft.seed} onChange={(seed) => change({ seed })} />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.watermark}
            onChange={(event) => change({ watermark: event.target.checked })}
          />
          <span>
            {words.watermark}
            <span className="fine muted">{words.watermarkText}</span>
          </span>
        </label>
        <TextField
          label={words.callbackUrl}
          hint="https://example.com/hook"
          text={words.callbackUrlText}
          fault={isCallbackUrl(draft.callbackUrl) ? undefined : words.callbackUrlWrong}
          inputMode="url"
          value={draft.callbackUrl}
          onChange={(callbackUrl) => change({ callbackUrl })}
        />
        <TextField
          label={words.externalId}
          hint="order-4711"
          text={words.externalIdText}
          fault={isExternalId(draft.externalTaskId) ? undefined : words.externalIdWrong}
          inputMode="text"
          value={draft.externalTaskId}
          onChange={(externalTaskId) => change({ externalTaskId })}
        />
      </div>
    </details>
  );
}

interface TextFieldProps {
  label: string;
  /** An example, shown while it is empty. */
  hint: string;
  /** What it is for. */
  text: string;
  /** Why what it holds will not be taken. */
  fault: string | undefined;
  inputMode: 'url' | 'text';
  value: string;
  onChange(value: string): void;
}

/** One line of text for machines: nothing in it is corrected or capitalised. */
function TextField({ label, hint, text, fault, inputMode, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode={inputMode}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-text`}
      />
      <p id={`${id}-text`} className={fault === undefined ? 'fine muted' : 'fault'}>
        {fault ?? text}
      </p>
    </div>
  );
}
