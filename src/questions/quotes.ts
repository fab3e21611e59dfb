import type { Answer, Choice, Passage } from '../answers/answer.ts';
import { paperChoice } from '../answers/choices.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import { answers } from './answerable.ts';
import type { Library } from './library.ts';

const NEAR = 5;
/** Papers whose sentences are looked at. */
const CANDIDATES = 12;
const SENTENCES = 24;
const PAPERS_MAX = 3;
const QUOTES_MAX = 4;
/** More of one paper would leave no room for the second opinion. */
const QUOTES_OF_ONE = 2;
/** The other sentences may have this much less of the question than the best. */
export const BEHIND = 0.15;
/** A paper that has less of a question than this does not match it. */
const MATCHES_MIN = 0.75;

/** Answers with sentences of the archive, word for word; refuses where none of them says enough of what is asked. */
export function quote(question: string, { archive, search }: Library): Answer {
  const hits = search.search(question, {}, CANDIDATES);
  const papers = new Map(hits.flatMap(({ id }) => archive.paper(id) ?? []).map((paper) => [paper.id, paper]));
  const names = versionsIn(question);
  const naming = [...papers.values()].filter((paper) => names.every((name) => mentions(paper, name)));
  const found = search.passages(
    question,
    naming.map(({ id }) => id),
    SENTENCES,
  );
  const best = found.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  if (found.length === 0 || !answers({ sentence: best, hit: hits[0]?.score ?? 0 }, question)) {
    const matching = hits.filter(({ coverage }) => coverage >= MATCHES_MIN).map(({ id }) => id);
    return unanswered(
      question,
      naming.filter(({ id }) => matching.includes(id)).slice(0, NEAR),
      archive.totals(),
    );
  }
  const passages = new Map<Paper, Passage>();
  let quotes = 0;
  for (const { paperId, text, coverage } of found) {
    const paper = papers.get(paperId);
    if (paper === undefined || coverage < best - BEHIND || quotes >= QUOTES_MAX) continue;
    const sentences = passages.get(paper)?.sentences ?? [];
    if (sentences.length >= QUOTES_OF_ONE || (sentences.length === 0 && passages.size >= PAPERS_MAX))
      continue;
    passages.set(paper, { paper, date: listingOf(paper).date, sentences: [...sentences, text] });
    quotes += 1;
  }
  return { kind: 'passages', question, passages: [...passages.values()] };
}

/** Says that the texts do not answer, with the papers that match all the same. */
export function unanswered(
  query: string,
  near: readonly Paper[],
  { first, last }: { first: string | null; last: string | null },
): Answer {
  const choices: readonly Choice[] = near.map(paperChoice);
  return {
    kind: 'refusal',
    reason: 'answer',
    query,
    period: null,
    of: 'paper',
    choices,
    changes: [],
    first: first ?? '',
    last: last ?? '',
  };
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
