import type { Paper, PaperId } from '../archive/paper.ts';
import { isSign, isStem } from '../text/lexicon/concepts.ts';
import { FUNCTION_WORDS } from '../text/lexicon/function-words.ts';
import type { Rarity } from './coverage.ts';
import { documentOf } from './document.ts';
import { impactsOf } from './index/bm25.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { People } from './people.ts';

/** Numbers of a paper's most telling terms and meanings that are looked up. */
const TERMS = 40;
const SIGNS = 12;
/** Weight of a shared meaning beside a shared word. */
const SIGN = 0.4;
/** One letter or digit, marked or not. */
const LETTER = /^[\p{L}\p{N}]·?$/u;
/** Largest share of all papers that a telling term may have; commoner ones name the whole field. */
const COMMON = 0.1;
/** Added for each shared author to a score that is 1 for the paper with most shared terms. */
const AUTHOR = 0.15;
const AUTHORS_MAX = 3;
/** Larger teams are skipped: they write every report of a company. */
const TEAM = 60;

/** Papers that share rare terms and authors with a paper, with scores, best first. */
export function similarTo(
  paper: Paper,
  index: SearchIndex,
  rarity: Rarity,
  people: People,
  limit: number,
): readonly (readonly [PaperId, number])[] {
  const found = index.find(tellingTerms(paper, index, rarity), limit * 3, (id) => id !== paper.id);
  const best = found[0]?.score ?? 1;
  const scores = new Map(found.map(({ id, score }) => [id, score / best]));
  const authors = paper.authors.names.length > TEAM ? [] : [...new Set(paper.authors.names)];
  const shared = Map.groupBy(
    authors.flatMap((name) => people.papersBy(name)),
    (theirs) => theirs.paper.id,
  );
  shared.delete(paper.id);
  for (const [id, { length }] of shared)
    scores.set(id, (scores.get(id) ?? 0) + AUTHOR * Math.min(length, AUTHORS_MAX));
  return [...scores].sort(([, a], [, b]) => b - a).slice(0, limit);
}

/** The terms that weigh much in a paper and occur in few others. */
function tellingTerms(paper: Paper, index: SearchIndex, rarity: Rarity): ReadonlyMap<string, number> {
  const impacts = impactsOf({ ...documentOf(paper), authors: [] });
  const telling = [...impacts].filter(([term]) => {
    // A single letter or syllable is left over from a formula or a particle.
    if (LETTER.test(term) || FUNCTION_WORDS.has(term) || isStem(term)) return false;
    const papers = index.papersWith(term);
    return papers > 1 && papers < Math.max(3, index.size * COMMON);
  });
  const worth = ([term, impact]: readonly [string, number]) => impact * rarity(term);
  const best = telling.sort((one, other) => worth(other) - worth(one));
  // Meanings get a share of their own: only they connect papers of different languages.
  const signs = best
    .filter(([term]) => isSign(term))
    .slice(0, SIGNS)
    .map(([term, impact]) => [term, impact * SIGN] as const);
  const written = best.filter(([term]) => !isSign(term)).slice(0, TERMS);
  return new Map([...written, ...signs]);
}
