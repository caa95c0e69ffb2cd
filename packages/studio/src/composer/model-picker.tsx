// Cards of the models the server has; those that cannot do what the draft asks for are there, but not to be chosen.
import type { ModelInfo } from '@inkling/client';
import { canModel } from '../draft/draft.js';
import { Choice } from '../look/choice.js';
import type { Words } from '../text/english.js';
import { useWords } from '../text/language.js';

interface Props {
  models: readonly ModelInfo[];
  value: string;
  withReference: boolean;
  onChange(modelName: string): void;
}

/** What it does with a reference picture, in words; unknown uses as the server names them. */
function describeUses(model: ModelInfo, words: Words): string {
  const known: Record<string, string> = words.modelUses;
  const uses = model.image_to_image.map((use) => known[use] ?? use);
  return [...(model.text_to_image ? [words.modelText] : []), ...uses].join(' · ');
}

/** A group of radio buttons drawn as cards. */
export function ModelPicker({ models, value, withReference, onChange }: Props) {
  const words = useWords();
  const options = models.map((model) => {
    const able = canModel(model, withReference);
    const why = withReference ? words.modelNoReference : words.modelNeedsReference;
    return {
      value: model.model_name,
      disabled: !able,
      title: model.engine,
      label: (
        <>
          <span className="card-name">
            {model.model_name}
            {model.resolutions.includes('2k') && <span className="badge">2K</span>}
          </span>
          <span className="card-text">
            {model.available === false ? words.modelDown : able ? describeUses(model, words) : why}
          </span>
        </>
      ),
    };
  });
  return <Choice label={words.model} options={options} value={value} onChange={onChange} className="cards" />;
}
