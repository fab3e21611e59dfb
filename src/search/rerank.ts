import type { Paper } from '../archive/paper.ts';
import { byVotes } from '../archive/ranking.ts';
import { keepRecent } from '../recent.ts';
import { hasAny, textMeanings, wordMeanings } from '../text/lexicon/word-meanings.ts';
import { nameOf } from '../text/names/model-name.ts';
import { byText } from '../text/order.ts';
import { meaningNearness, mostMeaningNearness, mostNearness, nearness } from '../text/proximity.ts';
import { isHangul, singular, squash, words } from '../text/tokens.ts';
import { centrality, coverage, type Rarity, weighUnits } from './coverage.ts';
import type { Candidate, FoundTerms } from './index/search-index.ts';
import type { Query, Unit } from './query.ts';

/** Added to the index's score, which is 1 for the best candidate. */
const WORTH = { title: 3, name: 1.5, phrase: 0.5, coverage: 2, central: 1.5, inTitle: 0.5, near: 1.4 };

/**
 * Compensation for a paper without text in the query's language, where words can neither match nor be near each other:
 * this share of its coverage as nearness, and the index's score times this.
 */
const OTHER = { near: 0.35, index: 1.2 };
/** Worth of meanings near each other in such a paper. */
const MEANT = 0.4;
/** Number of best papers whose meanings are read: 12 find as much as 100, and reading takes time. */
const MEANT_MAX = 12;
/** Share of the best coverage of the query below which a hit is noise. */
export const CHANCE = 0.5;
/** Number of best papers whose titles are read for the query's words. */
const TITLES_MAX = 30;
/** Number of papers of whose texts is kept what was read for a query. */
const TEXTS_KEPT = 600;

export interface Scored {
  readonly paper: Paper;
  readonly score: number;
  readonly coverage: number;
  /** Undefined where only the paper's author was found. */
  readonly found: FoundTerms | undefined;
}

export type Reader = ReturnType<typeof readerOf>;

/** A query, and what of papers was read for it: the searches of one question read most texts again. */
export function readerOf(query: Query, rarity: Rarity) {
  const told = weighUnits(query, rarity);
  const stems = query.units.map(({ stem }) => stem);
  const senses = query.units.map((unit) => unit.senses);
  const kept = (read: (paper: Paper) => number) => keepRecent(TEXTS_KEPT, read);
  return {
    ...query,
    /** Weights by word. */
    told,
    stems,
    senses,
    inTitle: kept((paper) => coverage(query, told, foundInTitle(paper))),
    meant: kept((paper) => meaningNearness(textMeanings(linesOf(paper)), senses, told)),
    near: kept((paper) => nearness(textOf(paper), stems, told)),
  };
}

/**
 * Orders candidates, best first: by exact name, phrase, coverage, and words near each other.
 *
 * @param limit number of papers whose order must be exact
 * @param share of the best coverage: candidates with less are left out
 */
export function rerank(
  candidates: readonly (Candidate & { readonly paper: Paper })[],
  query: Reader,
  limit: number,
  share: number,
): readonly Scored[] {
  const best = candidates[0]?.score ?? 1;
  const { told, stems, senses, units } = query;
  const isKorean = query.words.some(isHangul);
  const coverages = candidates.map(({ found }) => coverage(query, told, found));
  const least = share * Math.max(...coverages);
  const scored = candidates
    .map((one, at) => ({ ...one, covered: coverages[at] ?? 0 }))
    .filter(({ covered }) => covered >= least)
    .map(({ paper, score, found, covered }) => {
      const isOther = isKorean ? paper.sections.length === 0 : !hasAbstract(paper);
      const near = isOther ? OTHER.near * covered : 0;
      const byIndex = Math.min(1, (score / best) * (isOther ? OTHER.index : 1));
      const central = centrality(query, told, found);
      const base = byIndex + WORTH.coverage * covered + WORTH.central * central + titleSigns(paper, query);
      return { paper, base, near, isOther, score: base + near, coverage: covered, found };
    })
    .sort(inOrder)
    .map((one, place) => {
      if (place >= TITLES_MAX) return one;
      const inTitle = WORTH.inTitle * query.inTitle(one.paper);
      return { ...one, base: one.base + inTitle, score: one.score + inTitle };
    })
    .sort(inOrder);
  // A text is read only where nearness can lift its paper among the first: reading costs more than all else here.
  const first: number[] = [];
  return scored
    .map(({ paper, base, near, isOther, coverage, found }, place): Scored => {
      const isFirst = (more: number) => first.length < limit || base + more > (first[limit - 1] ?? 0);
      const isMeant =
        isOther && place < MEANT_MAX && isFirst(near + MEANT * mostMeaningNearness(senses, told, found));
      const apart = near + MEANT * (isMeant ? query.meant(paper) : 0);
      const has = units.map((unit) => mayHave(unit, found, query));
      const nearest = WORTH.near * mostNearness(stems, told, has);
      const own = nearest > apart && isFirst(nearest) ? WORTH.near * query.near(paper) : 0;
      const exact = base + Math.max(own, apart);
      first.splice(first.findLastIndex((other) => other >= exact) + 1, 0, exact);
      first.splice(limit);
      return { paper, score: exact, coverage, found };
    })
    .sort(inOrder);
}

/** Whether a paper may have a word: some of its terms were found, or none of them was looked up. */
function mayHave({ terms, joined }: Unit, found: FoundTerms, { weights }: Query): boolean {
  const isHeld = hasAny(found, joined) || hasAny(found, terms);
  return isHeld || !(hasAny(weights, joined) || hasAny(weights, terms));
}

/** Best first; votes only break ties, then the newer id. */
export function inOrder(a: Pick<Scored, 'paper' | 'score'>, b: Pick<Scored, 'paper' | 'score'>): number {
  return b.score - a.score || byVotes(a.paper.votes, b.paper.votes) || byText(b.paper.id, a.paper.id);
}

function titleSigns(paper: Paper, query: Query): number {
  const { squashed, name, line } = titleOf(paper);
  const isNamed = name !== '' && singular(name) === singular(query.squashed);
  const exact = squashed === query.squashed ? WORTH.title : isNamed ? WORTH.name : 0;
  return exact + (line.includes(query.line) ? WORTH.phrase : 0);
}

/** Letters of a paper's title and of the name in it, and the title's words with a space before and after each. */
const titleOf = keepRecent(5_000, (paper: Paper) => {
  const title = words(paper.title);
  return { squashed: title.join(''), name: squash(nameOf(paper.title) ?? ''), line: ` ${title.join(' ')} ` };
});

/** Kept, because the abstract is read from a file. */
const hasAbstract = keepRecent(5_000, ({ details }: Paper) => Boolean(details?.abstract));

/** Words of a paper's title and their meanings. */
function foundInTitle(paper: Paper): ReadonlySet<string> {
  const title = titleOf(paper).line.split(' ');
  return new Set([...title.map(singular), ...wordMeanings(title).flat()]);
}

/** A paper's text in lower case without spaces. */
function textOf(paper: Paper): string {
  return linesOf(paper).toLowerCase().replace(/[\n ]/g, '');
}

function linesOf({ title, sections, details }: Paper): string {
  return [title, ...sections.map(({ text }) => text), details?.abstract ?? ''].join('\n');
}
