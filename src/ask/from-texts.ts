import { listingOf } from '../archive/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import type { Answer, Passage } from './answer.ts';
import type { Asked } from './answer-question.ts';
import { isFrame } from './frame.ts';
import type { Dates } from './query.ts';
import { paperChoice, refuse } from './refuse.ts';

const NEAR = 5;
/** Papers whose sentences are looked at. */
const CANDIDATES = 12;
const SENTENCES = 24;
const PAPERS_MAX = 3;
const QUOTES_MAX = 4;
/** More of one paper would leave no room for the second opinion. */
const QUOTES_OF_ONE = 2;

/**
 * Where the lines are drawn, by the labelled questions of `eval/questions`: `npm run eval` shows how many of the
 * answerable are refused and how many of the others are answered.
 */
export const LIMITS = {
  /**
   * The share of what the question tells that the best sentence, with its paper's title, must have, by how many words
   * tell something (one to five, then `ofMore`): of few words one is soon met by chance.
   */
  best: [0.8, 0.8, 0.67, 0.57, 0.53],
  ofMore: 0.48,
  /** Or a little less, where the paper as a whole has this share and the question is not of a `few` words. */
  sentence: 0.46,
  paper: 0.68,
  few: 0.6,
  /** The others may have this much less than the best. */
  behind: 0.15,
} as const;

/** Answers with sentences of the archive, word for word; refuses where none of them says enough of what is asked. */
export function answerFromTexts(question: string, dates: Dates | null, asked: Asked): Answer {
  const { archive, search } = asked.library;
  const filter = dates === null ? {} : { from: dates.from, to: dates.to };
  const hits = search.search(question, filter, CANDIDATES);
  const papers = new Map(hits.flatMap(({ id }) => archive.paper(id) ?? []).map((paper) => [paper.id, paper]));
  const names = versionsIn(question);
  const naming = [...papers.values()].filter((paper) => names.every((name) => mentions(paper, name)));
  const found = search.passages(
    question,
    naming.map(({ id }) => id),
    SENTENCES,
  );
  const best = found.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const enough = LIMITS.best[tellingWords(question) - 1] ?? LIMITS.ofMore;
  const whole = best < LIMITS.sentence || enough > LIMITS.few ? 0 : (hits[0]?.coverage ?? 0);
  if (best < enough && whole < LIMITS.paper)
    return refuse('answer', asked, {
      query: question,
      choices: [...papers.values()].slice(0, NEAR).map(paperChoice),
    });
  const passages = new Map<Paper, Passage>();
  let quotes = 0;
  for (const { paperId, text, coverage } of found) {
    const paper = papers.get(paperId);
    if (paper === undefined || coverage < best - LIMITS.behind || quotes >= QUOTES_MAX) continue;
    const sentences = passages.get(paper)?.sentences ?? [];
    if (sentences.length >= QUOTES_OF_ONE || (sentences.length === 0 && passages.size >= PAPERS_MAX))
      continue;
    passages.set(paper, { paper, date: listingOf(paper).date, sentences: [...sentences, text] });
    quotes += 1;
  }
  return { kind: 'passages', question, passages: [...passages.values()] };
}

/** How many words of a question are not there to ask. */
function tellingWords(question: string): number {
  return question.split(' ').filter((word) => !isFrame(word)).length;
}

/** Names with a number in them: of `FlashAttention-3` the archive may hold the second only, which is something else. */
function versionsIn(question: string): readonly string[] {
  const names = question.match(/(?<![\p{L}\p{N}])\p{Lu}[a-zA-Z]+[- ]?\d+(?:\.\d+)?(?![\p{N}])/gu) ?? [];
  return names.map(lettersOf);
}

function mentions({ title, sections, details }: Paper, name: string): boolean {
  return [title, details?.abstract ?? '', ...sections.map(({ text }) => text)].some((text) =>
    lettersOf(text).includes(name),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
