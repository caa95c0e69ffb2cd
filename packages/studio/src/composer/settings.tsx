// Everything about a picture that is not its prompt.
import type { ModelInfo } from '@inkling/client';
import type { DraftState } from '../draft/use-draft.js';
import { Choice } from '../look/choice.js';
import { Icon } from '../look/icons.js';
import { useWords } from '../text/language.js';
import { ModelPicker } from './model-picker.js';
import { MoreSettings } from './more-settings.js';
import { RatioPicker } from './ratio-picker.js';

/** Fields in the order in which people think of them: model, shape, how many, the rest. */
export function Settings({ state, models }: { state: DraftState; models: readonly ModelInfo[] }) {
  const words = useWords();
  const { draft, model, reference, change } = state;
  return (
    <>
      <ModelPicker
        models={models}
        value={model.model_name}
        withReference={reference !== undefined}
        onChange={(modelName) => change({ modelName })}
      />
      <RatioPicker
        model={model}
        value={draft.aspectRatio}
        resolution={draft.resolution}
        onChange={(aspectRatio) => change({ aspectRatio })}
      />
      <div className="row">
        <CountField value={draft.n} most={model.max_n} onChange={(n) => change({ n })} />
        {model.resolutions.length > 1 && (
          <Choice
            label={words.resolution}
            options={model.resolutions.map((value) => ({ value, label: value.toUpperCase() }))}
            value={draft.resolution}
            onChange={(resolution) => change({ resolution })}
          />
        )}
        <Choice
          label={words.format}
          options={[
            { value: 'png', label: 'PNG' },
            { value: 'jpg', label: 'JPG' },
          ]}
          value={draft.outputFormat}
          onChange={(outputFormat) => change({ outputFormat })}
        />
      </div>
      <MoreSettings state={state} />
    </>
  );
}

/** How many pictures: minus, the number, plus. */
function CountField({ value, most, onChange }: { value: number; most: number; onChange(value: number): void }) {
  const words = useWords();
  return (
    <fieldset className="field">
      <legend>{words.count}</legend>
      <div className="stepper">
        <button type="button" aria-label={words.fewer} disabled={value <= 1} onClick={() => onChange(value - 1)}>
          <Icon name="minus" />
        </button>
        <output aria-live="polite">{value}</output>
        <button type="button" aria-label={words.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
          <Icon name="plus" />
        </button>
      </div>
    </fieldset>
  );
}
