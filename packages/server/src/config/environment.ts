// The one place that reads the environment. Everybody else is handed what they need.

/** Environment variables by name; a variable that is not set is undefined. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. */
export function processEnvironment(): Environment {
  return process.env;
}
