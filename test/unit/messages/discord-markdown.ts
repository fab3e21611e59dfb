/** What a reader of Discord's Markdown found in a text: what people see, and everything that is more than text. */
export interface Reading {
  readonly text: string;
  /** `link https://…`, `mention <@1>`, `bold`, `heading` … in the order of the text. */
  readonly marks: readonly string[];
}

type Rule = readonly [name: string, pattern: RegExp, shown: 'inside' | 'verbatim' | 'whole' | 'nothing'];

/**
 * Discord's rules as its clients apply them, on the strict side: a mark counts where any client might see one.
 * Tried in this order at every place; `shown` is what stays of a match (its first group, that without a look at its marks, all of it, or nothing).
 */
const RULES: readonly Rule[] = [
  ['mention', /@(?:everyone|here)/y, 'whole'],
  ['mention', /<(?:@[!&]?|#)\d+>/y, 'whole'],
  ['mention', /<\/[^:>\n]+:\d+>/y, 'whole'],
  ['mention', /<id:\w+>/y, 'whole'],
  ['emoji', /<a?:\w+:\d+>/y, 'whole'],
  ['emoji', /:[^\s:]+:/y, 'whole'],
  ['time', /<t:-?\d+(?::\w)?>/y, 'whole'],
  ['link', /<[a-z][a-z+.-]*:[^\s<>]+>/iy, 'whole'],
  ['link', /<[^\s<>@]+@[^\s<>]+>/y, 'whole'],
  ['link', /(?:https?|steam|discord):\/\/[^\s<]+/iy, 'whole'],
  ['masked', /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))+)\]\(\s*<?([^\s)>]+)>?\s*\)/y, 'inside'],
  ['block', /```\w+\n([\s\S]*?)\n?```/y, 'verbatim'],
  ['code', /(`+)[\s\S]*?[^`]\1(?!`)/y, 'whole'],
  ['bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, 'inside'],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, 'inside'],
  ['italic', /\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y, 'inside'],
  ['italic', /_((?:\\[\s\S]|[^\\_])+?)_(?!_)/y, 'inside'],
  ['strike', /~~((?:\\[\s\S]|[^\\])+?)~~/y, 'inside'],
  ['spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, 'inside'],
];

/** Only at the start of a line. */
const LINE_RULES: readonly Rule[] = [
  ['heading', /[^\S\n]*#{1,3}[^\S\n]+(?=\S)/y, 'nothing'],
  ['small', /[^\S\n]*-#[^\S\n]+(?=\S)/y, 'nothing'],
  ['quote', /[^\S\n]*>(?:>>)?[^\S\n]+/y, 'nothing'],
  ['list', /[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+/y, 'nothing'],
];

/** Invitations are looked for in the text as sent, whatever surrounds them. */
const INVITE = /discord(?:app)?\.(?:gg|gift|new|com\/(?:invite|channels|template|events))/i;

const ESCAPED = /\\([^0-9A-Za-z\s])/y;

export function readDiscord(source: string): Reading {
  const marks: string[] = [];
  if (INVITE.test(source)) marks.push('invite');
  return { text: read(source, true, marks), marks };
}

function read(source: string, lines: boolean, marks: string[]): string {
  let text = '';
  let place = 0;
  while (place < source.length) {
    const escaped = matchAt(ESCAPED, source, place);
    if (escaped !== null) {
      text += escaped[1] ?? '';
      place += escaped[0].length;
      continue;
    }
    const lineStart = lines && (place === 0 || source[place - 1] === '\n');
    const found = firstRule(lineStart ? [...LINE_RULES, ...RULES] : RULES, source, place);
    if (found === null) {
      text += source[place] ?? '';
      place += 1;
      continue;
    }
    const [[name, , shown], match] = found;
    const whole = match[0];
    marks.push(
      ['bold', 'heading', 'small', 'list', 'block'].includes(name) ? name : `${name} ${match[2] ?? whole}`,
    );
    if (shown === 'verbatim') text += match[1] ?? '';
    else if (shown === 'inside') text += read(match[1] ?? '', false, marks);
    else if (shown === 'whole') text += whole;
    place += whole.length;
  }
  return text;
}

function firstRule(rules: readonly Rule[], source: string, place: number): [Rule, RegExpExecArray] | null {
  for (const rule of rules) {
    const match = matchAt(rule[1], source, place);
    if (match !== null) return [rule, match];
  }
  return null;
}

function matchAt(pattern: RegExp, source: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(source);
}
