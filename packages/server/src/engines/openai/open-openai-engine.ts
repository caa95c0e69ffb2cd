// An `openai` engine from its declaration.
import type { EngineDeclarationOf } from '../../config/engine-schemas.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { createPictureFitter } from '../../images/picture-fitter.js';
import { createGuardedFetch } from '../../outbound/create-guarded-fetch.js';
import type { Engine } from '../engine.js';
import { createUpstreamFetch } from '../upstream/upstream-fetch.js';
import { createOpenAiEngine } from './openai-engine.js';
import { openAiManners, otherManners } from './openai-request.js';

/** Makes it. What is not declared depends on the host: OpenAI's own takes less than everybody else's. */
export function openOpenAiEngine(
  declaration: EngineDeclarationOf<'openai'>,
  parts: { settings: Pick<Settings, 'allowPrivateUrls'>; clock: Clock },
): Engine {
  const { baseUrl, apiKey, concurrency, timeoutMs, picturesPerRequest = null, parameters } = declaration;
  const usual = new URL(baseUrl).hostname === 'api.openai.com' ? openAiManners : otherManners;
  return createOpenAiEngine(
    {
      baseUrl,
      apiKey,
      manners: {
        sizes: declaration.sizes ?? usual.sizes,
        responseFormat: declaration.responseFormat ?? usual.responseFormat,
        extensions: declaration.extensions ?? usual.extensions,
        parameters,
      },
      picturesPerRequest,
      concurrency,
      timeoutMs,
    },
    {
      upstream: createUpstreamFetch([baseUrl]),
      elsewhere: createGuardedFetch({ allowPrivate: parts.settings.allowPrivateUrls }),
      fitter: createPictureFitter(),
      clock: parts.clock,
    },
  );
}
