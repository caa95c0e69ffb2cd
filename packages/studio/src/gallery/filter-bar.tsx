// What the gallery shows: words of the prompt, state, model.
import type { ModelInfo } from '@inkling/client';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../look/icons.js';
import { isFiltering, noFilter, type TaskFilter, type TaskState, taskStates } from '../tasks/task-filter.js';
import { useWords } from '../text/language.js';

interface Props {
  filter: TaskFilter;
  models: readonly ModelInfo[];
  onChange(filter: TaskFilter): void;
}

/** Quiet between two keys after which a search is made, ms. */
const typingMs = 250;

/** Searching starts by itself when nothing more is typed. */
export function FilterBar({ filter, models, onChange }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState(filter.search);
  const latest = useRef({ filter, onChange });
  latest.current = { filter, onChange };
  useEffect(() => setTyped(filter.search), [filter.search]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { filter: now, onChange: tell } = latest.current;
      if (typed.trim() !== now.search) tell({ ...now, search: typed.trim() });
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search className="filters">
      <span className="filter-search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <select
        aria-label={words.state}
        value={filter.state}
        onChange={(event) => onChange({ ...filter, state: event.target.value as TaskState | '' })}
      >
        <option value="">{words.anyState}</option>
        {taskStates.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.model}
        value={filter.model}
        onChange={(event) => onChange({ ...filter, model: event.target.value })}
      >
        <option value="">{words.anyModel}</option>
        {models.map(({ model_name: name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {isFiltering(filter) && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.clearFilter}
          title={words.clearFilter}
          onClick={() => onChange(noFilter)}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
