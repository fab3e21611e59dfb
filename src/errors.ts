import type { TextKey } from './messages/locales/translation.ts';

/** A text to show: its key in `messages/locales`, and its values. */
export interface Text {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A mistake that the person can fix: shown to the asker in their language, never logged as a bug. Any other error is a bug,
 * shown only as an apology with an id.
 *
 * `key` names a text under `errors.` in `messages/locales` that says what is wrong and what to do next.
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
