import { OTHER_NAMES } from '../../archive/organizations.ts';
import { squash } from '../../text/tokens.ts';
import en from '../words/en.json' with { type: 'json' };
import ko from '../words/ko.json' with { type: 'json' };
import tags from '../words/tags.json' with { type: 'json' };

/** What a word of a question is there for: `vote`, `month:12`, `function`. The data files name all of them. */
export type Tag = string;

/** A run of Hangul, a run of other letters and digits (`rag's` is one), or a sign that stands for a word. */
export const WORD =
  /[가-힣ㄱ-ㅎㅏ-ㅣ]+|(?:(?![가-힣ㄱ-ㅎㅏ-ㅣ])[\p{L}\p{N}\p{M}])+(?:['’](?:(?![가-힣])\p{L})+)*(?:['’](?!\d))?|[#&]/gu;

/** Cue phrases by their words, joined with spaces; a phrase may have several tags. */
export const PHRASES: ReadonlyMap<string, readonly Tag[]> = read(en);
/** Korean stems that cue something; names of organizations cue nothing and keep their letters together: 바이두 is not 바이 (bye). */
export const STEMS: ReadonlyMap<string, readonly Tag[]> = new Map([
  ...hangulNames().map((name): [string, readonly Tag[]] => [name, []]),
  ...read(ko, ['ending', 'topic']),
]);
/** What may follow a stem: particles and endings. */
export const ENDINGS: ReadonlySet<string> = new Set(phrasesOf(ko.ending));
/** Letters of subjects of papers that look like cues: `추천 시스템` is not about votes. */
export const TOPICS: ReadonlySet<string> = new Set(
  [...phrasesOf(en.topic), ...phrasesOf(ko.topic)].map(squash),
);

/** Several tags under one name, for the tables of patterns. */
export const ALIASES: ReadonlyMap<string, readonly Tag[]> = new Map(Object.entries(tags.aliases));
/** Several tags, with spaces between; a name in capitals may stand for several. */
export function tagList(line: string): readonly Tag[] {
  return line.split(' ').flatMap((tag) => ALIASES.get(tag) ?? [tag]);
}
/** A tag that two words have together: `how many` before `votes`. */
export const PAIRS: ReadonlyMap<string, Tag> = new Map(Object.entries(tags.pairs));
/** Words that a question is built of and that fill nothing. */
export const GLUE: readonly Tag[] = tags.glue;
/** Cues that are subjects of papers as well: beside content that nothing else takes they belong to it. */
export const SUBJECTS: readonly Tag[] = tags.subjects.flatMap(tagList);
/** What a paper may be about. */
export const CONTENT: readonly Tag[] = tags.content;

/** Subjects that are what papers are about right before the word for papers: `benchmark papers`. */
export const PARTS: readonly Tag[] = tags.parts;
/** What tells a clause that asks from one that only says why. */
export const ASKING: readonly Tag[] = tags.asking;
/** What a question begins with; Korean ones have it anywhere. */
export const QUESTION: readonly Tag[] = tags.question;
/** What two Korean words may cue together, however they are spaced: 이 논문 and 이논문. */
export const JOINED: readonly Tag[] = tags.joined;

/** Tags that a follow-up is told by, by what they are there for. */
export const CONVERSATION: Readonly<Record<keyof typeof tags.conversation, readonly Tag[]>> =
  tags.conversation;

/** The most words that a phrase has. */
export const PHRASE_MAX = 6;

/** Single words long enough that a misspelt one can be told from another word, by their first letters. */
export const SPELLABLE: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...PHRASES.keys()].filter((one) => /^[a-z]{4,}$/.test(one)),
  ([first = '']) => first,
);

/** Every word that a phrase has: none of them is misspelt. */
export const KNOWN: ReadonlySet<string> = new Set([...PHRASES.keys()].flatMap((one) => one.split(' ')));

function hangulNames(): readonly string[] {
  return OTHER_NAMES.flatMap(({ typed }) => typed.filter((name) => /^[가-힣]{2,}$/.test(name)));
}

function read(data: Readonly<Record<string, readonly string[]>>, without: readonly string[] = ['topic']) {
  const found = new Map<string, Tag[]>();
  for (const [tag, lines] of Object.entries(data)) {
    if (without.includes(tag)) continue;
    for (const phrase of phrasesOf(lines)) {
      const key = phraseKey(phrase);
      // `[...held, tag]` would take room for 16 more.
      found.set(key, (found.get(key) ?? []).concat(tag));
    }
  }
  return found;
}

function phrasesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}

function phraseKey(phrase: string): string {
  return (phrase.match(WORD) ?? []).join(' ');
}
