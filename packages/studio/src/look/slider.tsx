// A number between 0 and 1, by hand or by arrow keys.
import { useId } from 'react';

interface Props {
  label: string;
  /** [0, 1] */
  value: number;
  onChange(value: number): void;
}

/** A labelled range input in steps of 0.05. */
export function Slider({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{value.toFixed(2)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}
