import type { TextKey } from './messages/locales/translation.ts';

export interface Text {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A mistake that the person can fix: shown in their language, never logged. Any other error is a bug. `key` names a text under
 * `errors.` that says what is wrong and what to do next.
 */
export class UserError extends Error implements Text {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(key: TextKey, values: Readonly<Record<string, string | number>> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = 'UserError';
    this.key = key;
    this.values = values;
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
