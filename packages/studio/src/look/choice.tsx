// One of a few, side by side: native radio buttons, so that arrow keys and screen readers work by themselves.
import { type ReactNode, useId } from 'react';

interface Props<Value extends string> {
  label: string;
  options: readonly { value: Value; label: ReactNode; title?: string; disabled?: boolean }[];
  value: Value;
  onChange(value: Value): void;
  className?: string;
}

/** A labelled group of radio buttons that look like a segmented control. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  className = 'segments',
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className={className}>
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
