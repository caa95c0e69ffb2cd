// A text field that grows with its text and counts as the server does.
import { type KeyboardEvent, type Ref, useId } from 'react';
import { countCharacters, maxPromptLength } from '../draft/draft.js';
import { useWords } from '../text/language.js';

interface Props {
  label: string;
  hint: string;
  value: string;
  onChange(value: string): void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  disabled?: boolean;
  /** Rows of text while it is empty. */
  rows: number;
  fieldRef?: Ref<HTMLTextAreaElement>;
}

/** The counter speaks up only when the text is too long. */
export function PromptField({ label, hint, value, onChange, onKeyDown, disabled, rows, fieldRef }: Props) {
  const words = useWords();
  const id = useId();
  const used = countCharacters(value);
  const over = used - maxPromptLength;
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        <span className={over > 0 ? 'counter over' : 'counter'} aria-hidden="true">
          {used} / {maxPromptLength}
        </span>
      </div>
      <textarea
        id={id}
        ref={fieldRef}
        value={value}
        rows={rows}
        placeholder={hint}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        aria-invalid={over > 0}
        aria-describedby={`${id}-count`}
      />
      <span id={`${id}-count`} className="unseen">
        {words.characters(used, maxPromptLength)}
      </span>
      {over > 0 && (
        <p className="fault" role="alert">
          {words.tooLong(over)}
        </p>
      )}
    </div>
  );
}
