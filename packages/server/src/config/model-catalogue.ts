// The models this service offers: the built-in ones, changed and added to by the configuration.
import { builtInModels, type Model } from '../core/model.js';
import type { ModelDeclaration } from './file-schema.js';

export interface ModelCatalogue {
  /** By exact name. */
  find(name: string): Model | undefined;
  /** All models: built-in ones first, then the configuration's in its order. */
  list(): readonly Model[];
  /** Their names in the same order, for messages. */
  readonly names: readonly string[];
}

/** What a model of our own can do unless its declaration says otherwise: what `kling-v1` can. */
const newModel: Omit<Model, 'name' | 'engine'> = {
  textToImage: true,
  referenceUses: ['whole'],
  needsImageReference: false,
  aspectRatios: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3'],
  resolutions: ['1k'],
  maxN: 9,
  unitsPerImage: 1,
};

/** Builds the catalogue; `declarations` are those of the configuration file, by model name. */
export function createModelCatalogue(declarations: Readonly<Record<string, ModelDeclaration>>): ModelCatalogue {
  const models = new Map<string, Model>(builtInModels.map((model) => [model.name, model]));
  for (const [name, declaration] of Object.entries(declarations)) {
    models.set(name, declaredModel(name, declaration, models.get(name)));
  }
  const all = [...models.values()];
  const names = [...models.keys()];
  return { find: (name) => models.get(name), list: () => all, names };
}

/** One model: the declaration over the built-in model of that name, or over the defaults of a new one. */
function declaredModel(name: string, declaration: ModelDeclaration, builtIn: Model | undefined): Model {
  const base = builtIn ?? newModel;
  const referenceUses = declaration.referenceUses ?? base.referenceUses;
  return {
    name,
    engine: declaration.engine,
    ...(declaration.upstreamModel === undefined ? {} : { upstreamModel: declaration.upstreamModel }),
    textToImage: declaration.textToImage ?? base.textToImage,
    referenceUses,
    // The caller says which of the two it wants; a model that knows one use only has nothing to ask.
    needsImageReference: referenceUses.includes('subject') && referenceUses.includes('face'),
    aspectRatios: declaration.aspectRatios ?? base.aspectRatios,
    resolutions: declaration.resolutions ?? base.resolutions,
    maxN: declaration.maxN ?? base.maxN,
    unitsPerImage: declaration.unitsPerImage ?? base.unitsPerImage,
  };
}
