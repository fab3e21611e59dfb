import { createHash } from 'node:crypto';

/** Options by their names. */
export type Options = Record<string, string | number>;

/**
 * Something a person could have typed: a command with its options. Buttons and menus carry one in their
 * `custom_id`, so there is no second set of handlers and nothing to remember between a message and its buttons.
 */
export interface Invocation {
  /** Its name as typed, `top` or `digest status`. */
  readonly command: string;
  readonly options: Readonly<Options>;
  /** The option that takes the pick of a select menu. */
  readonly pick?: string;
  /** The option that takes what a person types into the form that the button opens. */
  readonly form?: string;
  /** The answer replaces the button's message (turning a page) instead of following it. */
  readonly here?: boolean;
}

/** Placeholder for a menu's pick: `paper paper=*`. A typed `*` is written `%2A`. */
const PICK = '*';
/** Placeholder for the text of a form: `ask paper=2412.04467 question=?`. A `?` alone is written `%3F`. */
const FORM = '?';
/** Ends an invocation whose answer replaces the message: `top period=week page=2 .` */
const HERE = '.';
/** Discord docs, Component reference: a `custom_id` has 1 to 100 characters. */
const CUSTOM_ID_MAX = 100;
/** Begins the key of an invocation that is too long for a `custom_id` and is kept in the store. */
const KEY_MARK = '~';

/** @returns one line, `top period=week page=2 .`; spaces in values are written `+`, as in a URL's query. */
export function writeInvocation({ command, options, pick, form, here }: Invocation): string {
  const words = [command.replaceAll(' ', '/')];
  for (const [name, value] of Object.entries(options)) words.push(`${name}=${escapeValue(String(value))}`);
  if (pick !== undefined) words.push(`${pick}=${PICK}`);
  if (form !== undefined) words.push(`${form}=${FORM}`);
  if (here) words.push(HERE);
  return words.join(' ');
}

/**
 * Reads what `writeInvocation` wrote.
 *
 * @param picked the pick of the select menu or the text of the form; without it a form remains to be filled in
 * @returns null for anything else (the `custom_id` of another program or of an older version)
 */
export function readInvocation(line: string, picked?: string): Invocation | null {
  const [command, ...words] = line.split(' ');
  if (command === undefined || !/^[a-z][a-z-]*(\/[a-z][a-z-]*)?$/.test(command)) return null;
  const name = command.replace('/', ' ');
  const here = words.at(-1) === HERE;
  if (here) words.pop();
  const options: Record<string, string> = {};
  let form: string | undefined;
  for (const word of words) {
    const equals = word.indexOf('=');
    if (equals < 1) return null;
    const option = word.slice(0, equals);
    const written = word.slice(equals + 1);
    if (written === FORM && picked === undefined) {
      form = option;
      continue;
    }
    const value = written === PICK || written === FORM ? picked : unescapeValue(written);
    if (value === undefined) return null;
    options[option] = value;
  }
  return { command: name, options, ...(form !== undefined && { form }), ...(here && { here }) };
}

/**
 * The `custom_id` of an invocation: the written invocation if that fits into 100 characters, else a key hashed from it.
 *
 * @returns the id, and the line to keep in the store under a key; null for an id that needs none
 */
export function customId(invocation: Invocation): { readonly id: string; readonly keep: string | null } {
  const line = writeInvocation(invocation);
  if (line.length <= CUSTOM_ID_MAX) return { id: line, keep: null };
  const digest = createHash('sha256').update(line).digest('base64url').slice(0, 32);
  return { id: `${KEY_MARK}${digest}`, keep: line };
}

/** Whether a `custom_id` is the key of a kept invocation. */
export function isKey(id: string): boolean {
  return id.startsWith(KEY_MARK);
}

function escapeValue(value: string): string {
  if (value === FORM) return escapeCharacter(value);
  return value.replace(/[%+*]|[^\S ]/g, escapeCharacter).replaceAll(' ', '+');
}

function escapeCharacter(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function unescapeValue(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** The options that have a value. */
export function given(options: object): Options {
  return Object.fromEntries(
    Object.entries(options).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}
