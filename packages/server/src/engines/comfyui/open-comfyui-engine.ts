// A `comfyui` engine from its declaration.
import { dirname, resolve } from 'node:path';
import type { EngineDeclarationOf } from '../../config/engine-schemas.js';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../core/clock.js';
import { createPictureFitter } from '../../images/picture-fitter.js';
import { createSocketOpener } from '../../outbound/socket-opener.js';
import type { Engine } from '../engine.js';
import { createUpstreamFetch, hostOf } from '../upstream/upstream-fetch.js';
import { createComfyUiEngine } from './comfyui-engine.js';
import { createServerEvents } from './server-events.js';

/** Makes it; nothing is called before the first job. Paths of workflows are relative to the configuration file. */
export function openComfyUiEngine(
  declaration: EngineDeclarationOf<'comfyui'>,
  parts: { settings: Pick<Settings, 'configFile'>; clock: Clock },
): Engine {
  const { servers, apiKey, workflows, perServer, timeoutMs } = declaration;
  const headers: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  const opener = createSocketOpener(servers.map((server) => hostOf(new URL(server))));
  return createComfyUiEngine(
    { servers, headers, workflows, folder: dirname(resolve(parts.settings.configFile ?? '.')), perServer, timeoutMs },
    {
      upstream: createUpstreamFetch(servers),
      events: createServerEvents(opener, headers, parts.clock),
      fitter: createPictureFitter(),
      clock: parts.clock,
    },
  );
}
