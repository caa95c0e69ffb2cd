// The schemas of the wire as OpenAPI components. They are the ones that validate and type, turned into JSON Schema.
import { z } from 'zod';
import type { Model } from '../../core/model.js';
import type { Dialect } from '../dialects.js';
import {
  envelopeSchema,
  errorSchema,
  modelSchema,
  submittedTaskSchema,
  taskEventSchema,
  taskSchema,
} from '../wire/answers.js';
import { submitBodySchema } from '../wire/submit-body.js';

/** A JSON Schema, or any other object of the document. */
export type Json = Record<string, unknown>;

/** Components made of answers, by their names. */
const answers = {
  SubmittedTask: submittedTaskSchema,
  Task: taskSchema,
  TaskEvent: taskEventSchema,
  Model: modelSchema,
  Error: errorSchema,
};

/** A reference to a component. */
export function componentRef(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** JSON Schema without what the document says itself or what goes without saying. */
function toJson(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    // Answers may grow: nothing is said of further properties.
    io: 'input',
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return json;
}

/** Every component by its name. Bodies name the limits of all models together: a model's own are in `GET …/models`. */
export function componentSchemas(models: readonly Model[], dialects: readonly Dialect[]): Record<string, Json> {
  /** What any model takes. */
  const union = (pick: (model: Model) => readonly string[]) => [...new Set(models.flatMap(pick))];
  const body = toJson(
    submitBodySchema({
      aspectRatios: union((model) => model.aspectRatios),
      resolutions: ['1k', '2k'],
      maxN: Math.max(...models.map((model) => model.maxN)),
    }),
  );
  const schemas: Record<string, Json> = {};
  for (const dialect of dialects) schemas[submitSchemaName(dialect)] = bodyOf(body, dialect, models);
  for (const [name, schema] of Object.entries(answers)) schemas[name] = toJson(schema);
  return schemas;
}

/** Component name of a dialect's submit body. */
export function submitSchemaName(dialect: Dialect): string {
  return dialect.name === 'gateway' ? 'GatewaySubmit' : 'VendorSubmit';
}

/** The submit body with what the dialect decides: what is required, and two defaults. */
function bodyOf(body: Json, dialect: Dialect, models: readonly Model[]): Json {
  const properties = { ...(body.properties as Record<string, Json>) };
  properties.model_name = { ...properties.model_name, enum: models.map((model) => model.name) };
  if (dialect.defaultModel !== null) properties.model_name.default = dialect.defaultModel;
  properties.aspect_ratio = { ...properties.aspect_ratio, default: dialect.defaultAspectRatio };
  return { ...body, properties, required: dialect.defaultModel === null ? ['model_name', 'prompt'] : ['prompt'] };
}

/** The envelope of a success around a component, or around a list of them. */
export function successSchema(data: Json): Json {
  const envelope = toJson(envelopeSchema(z.unknown()));
  return { ...envelope, properties: { ...(envelope.properties as Json), data } };
}

/** Query parameters, from the schema that checks them. */
export function queryParameters(schema: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({ name, in: 'query', schema: property }));
}
