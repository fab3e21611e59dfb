import { dataTable } from '../../text/data.ts';

/** Words that name the parts of a listing, by part. */
export const FIELD_WORDS = dataTable(new URL('./field-words.txt', import.meta.url));
const LABELS = ['votes', 'authors'] as const;
type Label = (typeof LABELS)[number];

const BY_WORDS: ReadonlyMap<string, Label> = new Map(
  LABELS.flatMap((label) => (FIELD_WORDS.get(label) ?? []).map((words) => [words, label] as const)),
);

export interface LabelledLine {
  readonly label: Label;
  /** After the label; for `5 votes`, the number. */
  readonly value: string;
  /** In the archive's own form: `Vote: 5`, with nothing before it. */
  readonly isPlain: boolean;
}

const PLAIN = /^(vote|author)s?[ \t]*[:：](.*)$/is;

/** Before a label: bullets, numbers, check boxes, quote marks, emoji. */
const LEAD =
  /^(?:(?:[-+•·‣▪◦>|]|\*(?!\*)|\d{1,3}[.)]|\[[ xX]\])\s|\p{Extended_Pictographic}\uFE0F?|[▲△⬆↑]|\s)+/u;

const WITH_MARK = /^([*_`]{0,3})(\p{L}[\p{L} ()-]{0,20}?)([\s*_`]*)(?:[:：∶=|]|\s[-–—]\s)([\s*_`]*)(.*)$/su;
/** `votes 5`, `추천 5개`. */
const WITHOUT_MARK = /^[*_`]{0,3}(\p{L}[\p{L} -]{0,20}?)[\s*_`]+([\d,]+\D{0,10})$/u;
/** `5 votes`, `5표`, or `5` after an arrow or a thumb. */
const NUMBER_FIRST = /^[*_`]{0,3}([\d,]{1,15}) ?(?:up-?)?(?:votes?|likes?|표|추천)?[*_`.]{0,3}$/iu;
const UNIT = /\d ?(?:(?:up-?)?votes?|likes?|표|추천)/iu;

/** Probably votes or authors, in a form that `readLabelled` does not know. */
const SUSPECTS: Readonly<Record<Label, RegExp>> = {
  votes:
    /^[^\p{L}\d]{0,8}(?:(?:up-?)?vot(?:e|es|ed)\b|추천|득표|투표).*\d|\d ?(?:(?:up-?)?votes?\b|표를|추천)/iu,
  authors: /^[^\p{L}\d]{0,8}(?:authors?|by|저자|지은이)(?:[^\p{L}]|는|은|들)[^:：=,]*[:：=,]/iu,
};

/** A longer line is text. */
const SUSPECT_MAX = 100;

/** The fields that a line seems to hold although `readLabelled` cannot read it. */
export function suspectedIn(line: string): readonly Label[] {
  if (line.length > SUSPECT_MAX) return [];
  const text = line.replace(/<\/?[a-z]{1,9}>/gi, '');
  return LABELS.filter((label) => SUSPECTS[label].test(text));
}

/** Reads votes or authors: after a bullet, in bold, with another label, in Korean. Null for other lines. */
export function readLabelled(line: string): LabelledLine | null {
  const plain = PLAIN.exec(line);
  if (plain) {
    const [, word = '', value = ''] = plain;
    return { label: /^v/i.test(word) ? 'votes' : 'authors', value: value.trim(), isPlain: true };
  }
  const lead = LEAD.exec(line)?.[0] ?? '';
  const rest = line.slice(lead.length);
  const [, open = '', words, closed = '', closedBehind = '', written = ''] = WITH_MARK.exec(rest) ?? [];
  const label = labelOf(words ?? '');
  if (label !== undefined) {
    // Asterisks that are not closed after the label surround the line.
    const isOpen = open !== '' && !/[*_`]/.test(closed + closedBehind);
    return { label, value: isOpen ? withoutEnd(written, open) : written.trim(), isPlain: false };
  }
  const [, word = '', number = ''] = WITHOUT_MARK.exec(rest) ?? [];
  if (labelOf(word) === 'votes') return { label: 'votes', value: number, isPlain: false };
  const first = NUMBER_FIRST.exec(rest)?.[1];
  const isVotes = first !== undefined && (UNIT.test(rest) || /[^\s\d.)>\][xX•·‣▪◦+*-]/u.test(lead));
  return isVotes ? { label: 'votes', value: first, isPlain: false } : null;
}

function labelOf(words: string): Label | undefined {
  return BY_WORDS.get(words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
}

function withoutEnd(text: string, end: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(end) ? trimmed.slice(0, -end.length).trim() : trimmed;
}
