import type { TextKey } from './messages/locales/translation.ts';

/** A text to be shown, named by its key in `messages/locales`, with the values that go into it. */
export interface Text {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A mistake the person can mend: shown to the asker in their language, never logged as a bug.
 * Everything else that is thrown is a bug and is shown only as an apology with an id.
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
