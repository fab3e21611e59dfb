import { listingOf } from '../../archive/merge/assemble.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Asked } from '../../questions/answer-question.ts';
import type { Dates } from '../../questions/read/query.ts';
import type { Answer, Passage } from '../answer.ts';
import { paperChoice, refuse } from '../refuse.ts';
import { answers } from './answerable.ts';

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
  if (found.length === 0 || !answers({ sentence: best, hit: hits[0]?.score ?? 0 }, question))
    return refuse('answer', asked, {
      query: question,
      choices: [...papers.values()].slice(0, NEAR).map(paperChoice),
    });
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
