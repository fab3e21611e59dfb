import type { VoteRange } from './query.ts';

/** Votes that a question asks for, and the question without them. */
interface Taken {
  readonly votes: VoteRange;
  readonly text: string;
}

/** Ways to say how many votes, and what they mean with the numbers in them. */
interface Form {
  readonly patterns: readonly RegExp[];
  read(numbers: readonly number[]): VoteRange;
}

const HAVE = '\\b(?:with|having|that (?:have|got|received)|got|received|scored|earned|have|has)?\\s*';
const NUMBER = '(\\d{1,5})';
const VOTES = '(?:up)?votes?';
const FEWER = '(?:fewer than|less than|under|below|<)';
const AT_MOST = '(?:at most|no more than|not more than|up to|(?:a )?max(?:imum)?(?: of)?|<=|≤)';
const OF_VOTES = '(?:득표|추천|투표|좋아요|표)(?:\\s?수)?(?:를|을|가|이)?\\s*';
const COUNTED = '\\s*(?:표|개|점|번)?';
const BEHIND = '(?:의|을|인|은|만|로)?(?:\\s*받은)?(?:\\s*(?:표를?|추천을?))?';

const range = (minVotes: number | null, maxVotes: number | null): VoteRange => ({ minVotes, maxVotes });
const patterns = (...sources: string[]) => sources.map((source) => new RegExp(source, 'iu'));

/** From one number to another. */
const BETWEEN: Form = {
  patterns: patterns(
    `${HAVE}between\\s*${NUMBER}\\s*(?:${VOTES})?\\s*and\\s*${NUMBER}\\s*${VOTES}`,
    `${HAVE}(?:from\\s+)?${NUMBER}\\s*(?:to|[-–—~∼〜])\\s*${NUMBER}\\s*${VOTES}`,
    `${HAVE}(?:at least|no fewer than)\\s*${NUMBER}\\s*(?:${VOTES})?,?\\s*(?:and|but)\\s*${AT_MOST}\\s*${NUMBER}\\s*${VOTES}`,
    `${OF_VOTES}${NUMBER}${COUNTED}\\s*(?:에서|부터|[-–—~∼〜])\\s*${NUMBER}${COUNTED}\\s*(?:까지|사이)?${BEHIND}`,
    `${NUMBER}\\s*표?\\s*(?:에서|부터|과|와|[-–—~∼〜])\\s*${NUMBER}\\s*표\\s*(?:까지|사이)?${BEHIND}`,
  ),
  read: ([least = 0, most = 0]) => range(Math.min(least, most), Math.max(least, most)),
};

const EXACTLY: Form = {
  patterns: patterns(
    `${HAVE}exactly\\s*${NUMBER}\\s*${VOTES}`,
    `\\bpapers? (?:with|having|that (?:have|got|received))\\s+${NUMBER}\\s*${VOTES}\\s*$`,
    `${NUMBER}\\s*표(?:만|밖에)\\s*(?:못\\s?)?받은`,
    `(?:정확히|딱)\\s*${NUMBER}\\s*표${BEHIND}`,
  ),
  read: ([count = 0]) => range(count, count),
};

const NONE: Form = {
  patterns: patterns(
    `\\b(?:with|having|that (?:have|got|received)|got|received|have)\\s+(?:zero|no|0)\\s*${VOTES}(?: at all)?`,
    `\\b(?:(?:that )?(?:have )?never (?:got|received|gotten|had)|without|(?:did not|didn['’]t) (?:get|receive))\\s+(?:a|any|a single|one)?\\s*${VOTES}`,
    `(?<![\\d.,])0\\s*표(?!\\s*(?:이상|이하|미만|초과|넘|에서|부터|[-~]))(?:를|인|짜리)?(?:\\s*받은)?`,
    `표를?\\s*(?:하나도|한\\s?표도)\\s*(?:못|안)\\s?받은|한\\s?표도\\s*(?:못|안)\\s?받은`,
  ),
  read: () => range(0, 0),
};

const MOST: readonly Form[] = [
  {
    patterns: patterns(
      `${HAVE}${FEWER}\\s*${NUMBER}\\s*${VOTES}`,
      `\\b${VOTES}\\s*${FEWER}\\s*${NUMBER}`,
      `${OF_VOTES}${NUMBER}${COUNTED}\\s*미만${BEHIND}`,
      `${NUMBER}\\s*표\\s*(?:미만${BEHIND}|보다\\s*(?:적게|적은|덜|낮은)(?:\\s*받은)?|도\\s*(?:안\\s?되는|못\\s?받은|안\\s?받은))`,
    ),
    read: ([count = 0]) => range(null, count - 1),
  },
  {
    patterns: patterns(
      `${HAVE}${AT_MOST}\\s*${NUMBER}\\s*${VOTES}`,
      `${HAVE}${NUMBER}\\s*(?:or (?:fewer|less)\\s*${VOTES}|${VOTES} (?:or (?:fewer|less)|and (?:under|below|less)|at most|max(?:imum)?\\b))`,
      `\\b${VOTES}\\s*${AT_MOST}\\s*${NUMBER}`,
      `${OF_VOTES}${NUMBER}${COUNTED}\\s*이하${BEHIND}`,
      `${NUMBER}\\s*표\\s*이하${BEHIND}`,
    ),
    read: ([count = 0]) => range(null, count),
  },
];

const LEAST: readonly Form[] = [
  {
    patterns: patterns(
      `${HAVE}(?:at least|no fewer than|≥|>=|(?:a )?min(?:imum)?(?: of)?)\\s*${NUMBER}\\s*${VOTES}(?:\\s+or more)?`,
      `\\b${NUMBER}\\s*(?:\\+|or more)\\s*${VOTES}`,
      `\\b${NUMBER} ${VOTES} (?:or more|and (?:up|above|more)|minimum|at least)`,
      `\\b${VOTES}\\s*(?:≥|>=|of at least)\\s*${NUMBER}`,
      `${OF_VOTES}${NUMBER}${COUNTED}\\s*이상${BEHIND}`,
      `${NUMBER}\\s*표\\s*이상${BEHIND}`,
    ),
    read: ([count = 0]) => range(count, null),
  },
  {
    patterns: patterns(
      `${HAVE}(?:more than|over|above|exceeding|greater than|>)\\s*${NUMBER}\\s*${VOTES}`,
      `\\b${VOTES}\\s*(?:>|above|over|exceeding|greater than|more than)\\s*${NUMBER}`,
      `${OF_VOTES}${NUMBER}${COUNTED}(?:를|을|가|이)?\\s*(?:넘\\p{L}{0,2}|초과\\p{L}?)`,
      `${NUMBER}\\s*표(?:를|가|보다|도)?\\s*(?:넘\\p{L}{0,2}|초과\\p{L}?|더)`,
    ),
    read: ([count = 0]) => range(count + 1, null),
  },
];

/** The fewest and the most votes that a question asks for, and the question without them. */
export function takeVotes(text: string): Taken {
  const both = takeFirst(text, [BETWEEN, EXACTLY, NONE]);
  if (both !== null) return both;
  // `No more than` holds `more than`, so the upper end is read first.
  const most = takeFirst(text, MOST);
  const least = takeFirst(most?.text ?? text, LEAST);
  return {
    votes: range(least?.votes.minVotes ?? null, most?.votes.maxVotes ?? null),
    text: least?.text ?? most?.text ?? text,
  };
}

function takeFirst(text: string, forms: readonly Form[]): Taken | null {
  for (const form of forms) {
    for (const pattern of form.patterns) {
      const match = pattern.exec(text);
      if (match !== null)
        return { votes: form.read(match.slice(1).map(Number)), text: text.replace(match[0], ' ') };
    }
  }
  return null;
}
