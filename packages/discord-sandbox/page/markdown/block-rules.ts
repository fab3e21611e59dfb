import { LIST } from './list-rule.ts';
import type { Rule } from './rule.ts';

const HEADING: Rule = {
  pattern: / *(#{1,3})[^\S\n]+([^\n]*\S)[^\S\n]*(?:\n|$)/y,
  read: ([, marks = '', text = ''], place, parse) => {
    const level = marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
    return { node: { kind: 'heading', level, inside: parse(text, { ...place, lines: false }) } };
  },
};

const SMALL: Rule = {
  pattern: / *-#[^\S\n]+([^\n]*\S)[^\S\n]*(?:\n|$)/y,
  read: ([, text = ''], place, parse) => ({
    node: { kind: 'small', inside: parse(text, { ...place, lines: false }) },
  }),
};

/** `>>> ` quotes the whole rest of the text. */
const LONG_QUOTE: Rule = {
  pattern: / *>>>[^\S\n]+([\s\S]*)/y,
  read: ([, text = ''], place, parse) =>
    place.quote ? null : { node: { kind: 'quote', inside: parse(text, { ...place, quote: true }) } },
};

const QUOTE: Rule = {
  pattern: /(?: *>[^\S\n]+[^\n]*(?:\n|$))+/y,
  read: ([whole], place, parse) => {
    if (place.quote) return null;
    const text = whole.replace(/^ *> ?/gm, '').replace(/\n$/, '');
    return { node: { kind: 'quote', inside: parse(text, { ...place, quote: true }) } };
  },
};

/** Rules for the start of a line, in the order in which they are tried. */
export const BLOCK_RULES: readonly Rule[] = [HEADING, SMALL, LONG_QUOTE, QUOTE, LIST];
