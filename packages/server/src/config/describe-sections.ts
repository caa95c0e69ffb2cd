// The configuration file as JSON Schema: what docs/configuration.md is generated from.
import { z } from 'zod';
import { sectionSchemas } from './file-schema.js';

/** The schema of each section by its name, as it is written (before defaults are filled in). @public for scripts/docs */
export function describeSections(): Record<string, z.core.JSONSchema.BaseSchema> {
  return Object.fromEntries(
    Object.entries(sectionSchemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
