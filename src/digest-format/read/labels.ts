/** The fields that a labelled line can hold. */
type Label = 'votes' | 'authors';

/** Labels of votes and authors, in lower case and with single spaces. */
const LABELS: Readonly<Record<Label, readonly string[]>> = {
  votes: [
    'vote',
    'votes',
    'upvote',
    'upvotes',
    'up-vote',
    'up-votes',
    'up vote',
    'up votes',
    'vote count',
    'upvote count',
    'vote(s)',
    'total votes',
    'number of votes',
    'likes',
    '추천',
    '추천수',
    '추천 수',
    '투표',
    '투표수',
    '투표 수',
    '득표',
    '득표수',
    '득표 수',
    '표',
    '표수',
    '업보트',
    '업보트 수',
    '좋아요',
  ],
  authors: [
    'author',
    'authors',
    'author(s)',
    'author list',
    'list of authors',
    'by',
    'written by',
    '저자',
    '저자들',
    '저자명',
    '저자 목록',
    '지은이',
    '글쓴이',
    '작성자',
    '연구자',
    '연구진',
    '공저자',
  ],
};

const BY_WORDS: ReadonlyMap<string, Label> = new Map([
  ...LABELS.votes.map((words) => [words, 'votes'] as const),
  ...LABELS.authors.map((words) => [words, 'authors'] as const),
]);

/** A line with votes or authors. */
export interface LabelledLine {
  readonly label: Label;
  /** The text after the label; for `5 votes`, the number. */
  readonly value: string;
  /** Whether the line has the archive's own form: `Vote: 5`, with nothing before it. */
  readonly isPlain: boolean;
}

const PLAIN = /^(vote|author)s?[ \t]*[:：](.*)$/is;

/** Bullets, numbers, check boxes, quote marks and emoji before a label. */
const LEAD =
  /^(?:(?:[-+•·‣▪◦>|]|\*(?!\*)|\d{1,3}[.)]|\[[ xX]\])\s|\p{Extended_Pictographic}\uFE0F?|[▲△⬆↑]|\s)+/u;

const WITH_MARK = /^([*_`]{0,3})(\p{L}[\p{L} ()-]{0,20}?)([\s*_`]*)(?:[:：∶=|]|\s[-–—]\s)([\s*_`]*)(.*)$/su;

/** `votes 5`, `추천 5개`. */
const WITHOUT_MARK = /^[*_`]{0,3}(\p{L}[\p{L} -]{0,20}?)[\s*_`]+([\d,]+\D{0,10})$/u;

/** `5 votes`, `5표`, or `5` after an arrow or a thumb. */
const NUMBER_FIRST = /^[*_`]{0,3}([\d,]{1,15}) ?(?:up-?)?(?:votes?|likes?|표|추천)?[*_`.]{0,3}$/iu;

const UNIT = /\d ?(?:(?:up-?)?votes?|likes?|표|추천)/iu;

/** Lines that probably hold votes or authors in a form that `readLabelled` does not know. */
const SUSPECTS: Readonly<Record<Label, RegExp>> = {
  votes:
    /^[^\p{L}\d]{0,8}(?:(?:up-?)?vot(?:e|es|ed)\b|추천|득표|투표).*\d|\d ?(?:(?:up-?)?votes?\b|표를|추천)/iu,
  authors: /^[^\p{L}\d]{0,8}(?:authors?|by|저자|지은이)(?:[^\p{L}]|는|은|들)[^:：=,]*[:：=,]/iu,
};

/** Characters; a longer line counts as text. */
const SUSPECT_MAX = 100;

/** The fields that a line seems to hold although `readLabelled` cannot read it. */
export function suspectedIn(line: string): readonly Label[] {
  if (line.length > SUSPECT_MAX) return [];
  const text = line.replace(/<\/?[a-z]{1,9}>/gi, '');
  return (['votes', 'authors'] as const).filter((label) => SUSPECTS[label].test(text));
}

/**
 * Reads a line with votes or authors, as the archive or a person writes it: after a bullet, in bold, with another label,
 * in Korean.
 *
 * @returns null for any other line
 */
export function readLabelled(line: string): LabelledLine | null {
  const plain = PLAIN.exec(line);
  if (plain) {
    const [, word = '', value = ''] = plain;
    return { label: /^v/i.test(word) ? 'votes' : 'authors', value: value.trim(), isPlain: true };
  }
  const lead = LEAD.exec(line)?.[0] ?? '';
  const told = line.slice(lead.length);
  const [, open = '', words, closed = '', closedBehind = '', written = ''] = WITH_MARK.exec(told) ?? [];
  const label = labelOf(words ?? '');
  if (label !== undefined) {
    // Asterisks that do not close after the label surround the whole line.
    const isOpen = open !== '' && !/[*_`]/.test(closed + closedBehind);
    return { label, value: isOpen ? withoutEnd(written, open) : written.trim(), isPlain: false };
  }
  const [, word = '', number = ''] = WITHOUT_MARK.exec(told) ?? [];
  if (labelOf(word) === 'votes') return { label: 'votes', value: number, isPlain: false };
  const first = NUMBER_FIRST.exec(told)?.[1];
  const isVotes = first !== undefined && (UNIT.test(told) || /[^\s\d.)>\][xX•·‣▪◦+*-]/u.test(lead));
  return isVotes ? { label: 'votes', value: first, isPlain: false } : null;
}

function labelOf(words: string): Label | undefined {
  return BY_WORDS.get(words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
}

function withoutEnd(text: string, end: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(end) ? trimmed.slice(0, -end.length).trim() : trimmed;
}
