// The seed: empty for a new one each time, rolled by the dice, or typed to get the same picture again.
import { useId } from 'react';
import { isSeed, rollSeed } from '../draft/draft.js';
import { Icon } from '../look/icons.js';
import { useWords } from '../text/language.js';

/** Digits only, with a dice and a way back to random. */
export function SeedField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const words = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.seed}</label>
      <div className="with-button">
        <input
          id={id}
          inputMode="numeric"
          value={value}
          placeholder={words.seedHint}
          onChange={(event) => onChange(event.target.value.trim())}
          aria-invalid={!isSeed(value)}
        />
        {value !== '' && (
          <button type="button" className="icon-button" aria-label={words.seedClear} onClick={() => onChange('')}>
            <Icon name="close" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={words.seedDice}
          title={words.seedDice}
          onClick={() => onChange(String(rollSeed()))}
        >
          <Icon name="dice" />
        </button>
      </div>
      {!isSeed(value) && (
        <p className="fault" role="alert">
          {words.seedWrong}
        </p>
      )}
    </div>
  );
}
