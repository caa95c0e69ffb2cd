// Models of ComfyUI engines need workflows: one for prompts, and one for each way they use a reference picture.
import type { Path } from './file-reader.js';
import type { ConfigurationFile } from './file-schema.js';
import { createModelCatalogue } from './model-catalogue.js';
import { suggest } from './nearest-name.js';

/** Notes every model without a workflow it needs, and every workflow that is no model's. */
export function checkWorkflows(file: ConfigurationFile, note: (path: Path, message: string) => void): void {
  const models = createModelCatalogue(file.models);
  for (const [key, engine] of Object.entries(file.engines)) {
    if (engine.type !== 'comfyui') continue;
    const bound = Object.entries(file.models).filter(([, model]) => model.engine === key);
    const wanted = bound.map(([name, { upstreamModel }]) => upstreamModel ?? name);
    for (const name of Object.keys(engine.workflows))
      if (!wanted.includes(name))
        note(['engines', key, 'workflows', name], `no model of this engine is called so${suggest(name, wanted)}`);
    for (const [name, { upstreamModel }] of bound) {
      const called = upstreamModel ?? name;
      const flows = Object.hasOwn(engine.workflows, called) ? engine.workflows[called] : undefined;
      const { textToImage, referenceUses = [] } = models.find(name) ?? {};
      const place = ['engines', key, 'workflows', called];
      if (textToImage && flows?.text === undefined)
        note(
          [...place, 'text'],
          `is missing: model '${name}' paints from a prompt (else set its textToImage to false)`,
        );
      for (const use of referenceUses) {
        const general = flows?.image ?? (use === 'face' ? flows?.subject : undefined);
        const own = use === 'subject' || use === 'face' ? flows?.[use] : undefined;
        if ((own ?? general) !== undefined) continue;
        const field = use === 'subject' || use === 'face' ? use : 'image';
        note(
          [...place, field],
          `is missing: model '${name}' takes reference pictures (else set its referenceUses to [])`,
        );
      }
    }
  }
}
