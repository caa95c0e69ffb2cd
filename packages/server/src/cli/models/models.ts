// `inkling models`: what there is to choose from, and what each model can do.
import { z } from 'zod';
import { readConfiguration } from '../../config/configuration.js';
import { renderModel } from '../../http/wire/render-task.js';
import { CommandFailure } from '../command-failure.js';
import type { CommandWorld } from '../command-world.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { findGateway } from '../generate/find-gateway.js';
import { GatewayRefusal, GatewayUnreachable } from '../generate/gateway-failure.js';
import { createKlingGateway } from '../generate/kling-gateway.js';
import { settingsInForce } from '../settings-in-force.js';
import { plainText } from '../text-style.js';
import { formatTable } from '../text-table.js';

export interface ModelsOptions {
  baseUrl?: string;
  key?: string;
  json?: boolean;
}

/** As much of a model as the table shows; whatever a gateway leaves out is shown as unknown. */
const modelShape = z.object({
  model_name: z.string().transform(plainText),
  engine: z.string().transform(plainText).catch('?'),
  image_to_image: z.array(z.string()).catch([]),
  aspect_ratios: z.array(z.string()).catch([]),
  resolutions: z.array(z.string()).catch([]),
  max_n: z.number().catch(0),
  units_per_image: z.number().catch(0),
});

/** Prints a table, or with `json` the list as the service gives it. */
export async function listModels(options: ModelsOptions, { world }: { world: CommandWorld }): Promise<ExitCode> {
  const settings = settingsInForce(world);
  const choice = await findGateway(options, settings);
  const gateway = createKlingGateway(choice.address, choice.key ?? '');
  try {
    const models = await gateway.models().catch((error: unknown) => {
      if (error instanceof GatewayRefusal && (error.status === 404 || error.status === 405)) {
        throw new CommandFailure(`${new URL(choice.address).origin} has no list of models`, {
          hint: 'only Inkling has one; its documentation names the models of another service',
        });
      }
      if (!(choice.mayPaintHere && error instanceof GatewayUnreachable)) throw error;
      const { origin } = new URL(choice.address);
      world.stderr.write(`No server answers at ${origin}: these are the models of the configuration here.\n`);
      return readConfiguration(world.env)
        .models.list()
        .map((model) => renderModel(model, true));
    });
    world.stdout.write(options.json === true ? `${JSON.stringify(models)}\n` : formatModels(models));
    return exitCodes.done;
  } finally {
    await gateway.close();
  }
}

function formatModels(models: readonly unknown[]): string {
  const rows = models.flatMap((entry) => {
    const { success, data: model } = modelShape.safeParse(entry);
    if (!success) return [];
    return [
      [
        model.model_name,
        model.engine,
        model.image_to_image.join(', ') || '-',
        model.resolutions.join(', '),
        `1–${model.max_n}`,
        String(model.units_per_image),
        model.aspect_ratios.join(' '),
      ],
    ];
  });
  return formatTable(['MODEL', 'ENGINE', 'REFERENCE PICTURE', 'SIZE', 'N', 'UNITS', 'RATIOS'], rows);
}
