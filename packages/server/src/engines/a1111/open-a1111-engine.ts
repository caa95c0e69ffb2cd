// An `a1111` engine from its declaration.
import type { EngineDeclarationOf } from '../../config/engine-schemas.js';
import type { Clock } from '../../core/clock.js';
import { createPictureFitter } from '../../images/picture-fitter.js';
import type { Engine } from '../engine.js';
import { createUpstreamFetch } from '../upstream/upstream-fetch.js';
import { createA1111Engine } from './a1111-engine.js';

/** Makes it; nothing is called before the first job. */
export function openA1111Engine(declaration: EngineDeclarationOf<'a1111'>, parts: { clock: Clock }): Engine {
  return createA1111Engine(declaration, {
    upstream: createUpstreamFetch([declaration.baseUrl]),
    fitter: createPictureFitter(),
    clock: parts.clock,
  });
}
