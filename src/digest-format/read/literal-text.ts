import { tidyText } from './chunks.ts';
import { type Literal, readLiteral } from './python-literal.ts';

/** `['…`, `{'…`, `[{`. */
const LITERAL = /^[[{]\s*["'[{]/;

/**
 * Turns a Python literal, which some summaries hold by mistake, into text: `[{'description': '…'}, …]` becomes a `- …` line for
 * each description; other keys lead their line (`- Finding 1: …`). Other text stays as it is.
 *
 * @returns null for an unreadable literal
 */
export function readLiteralText(text: string): string | null {
  if (!LITERAL.test(text)) return text;
  const literal = readLiteral(text);
  const items = literal === null ? [] : toItems(literal);
  return items.length > 0 ? tidyText(items.map(toBullet).join('\n')) : null;
}

function toItems(literal: Literal): readonly string[] {
  if (isText(literal)) return literal.trim() === '' ? [] : [literal.trim()];
  if (isList(literal)) return literal.flatMap((item) => (isList(item) ? toNested('', item) : toItems(item)));
  const entries = [...literal];
  const description = literal.get('description');
  const [label, ...others] = entries.filter(([key]) => key !== 'description');
  if (description !== undefined && others.length === 0) {
    // A description alone, or with a key that names it: {'title': 'Speed', 'description': 'Twice as fast'}.
    if (label === undefined) return toItems(description);
    if (isText(label[1]) && isText(description)) return [`${label[1].trim()}: ${description.trim()}`];
  }
  return entries.flatMap(([key, value]) =>
    isText(value) ? [`${key}: ${value.trim()}`] : toNested(`${key}:`, value),
  );
}

function toNested(lead: string, value: Literal): readonly string[] {
  return [[lead, ...toItems(value).map(toBullet)].filter((line) => line !== '').join('\n')];
}

/** Indents further lines, nested lists included. */
function toBullet(item: string): string {
  return `- ${item.trim().replaceAll('\n', '\n  ')}`;
}

function isText(literal: Literal): literal is string {
  return typeof literal === 'string';
}

function isList(literal: Literal): literal is readonly Literal[] {
  return Array.isArray(literal);
}
