import { expect } from 'vitest';
import { core } from 'zod';

// The package has no types for its schemas. With a name that is not a literal the compiler does not look for them.
const name: string = 'discord-api-spec/zod';
const schemas: Readonly<Record<string, core.$ZodType>> = await import(name);

/**
 * Expects a value to match a schema of Discord's own OpenAPI spec, e.g. `expectSpec('MessageResponse', body)`. Unknown
 * fields are allowed, since the spec leaves some out.
 */
export function expectSpec(schema: string, value: unknown): void {
  const found = schemas[`${schema}Schema`];
  if (!found) throw new Error(`Discord's spec has no ${schema}`);
  const { error } = core.safeParse(found, value);
  expect(error ? core.prettifyError(error) : '', `must be a ${schema} of Discord's spec`).toBe('');
}
