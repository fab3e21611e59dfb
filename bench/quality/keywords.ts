import type { Paper } from '../../src/archive/paper.ts';
import type { Language } from '../../src/language.ts';
import { textsOf } from '../../src/search/document.ts';
import { FUNCTION_WORDS } from '../../src/text/lexicon/function-words.ts';
import { hangulStem } from '../../src/text/stems/hangul.ts';
import { isHangul, words } from '../../src/text/tokens.ts';
import { Random } from '../../test/support/random.ts';
import type { Labelled } from './query.ts';

/** Words of fewer papers are names, mostly; those of a larger share of all papers are about the whole field. */
const PAPERS_MIN = 5;
const SHARE_MAX = 0.1;
const KEYWORDS = 4;

/**
 * Queries made of a paper's own text in one language: the four words that tell most about it (tf-idf), in their order.
 * Asked where the paper has its text in the other language alone, they measure the glossary on words nobody chose.
 *
 * @param of papers with a text in the language
 */
export function makeKeywords(
  all: readonly Paper[],
  of: readonly Paper[],
  language: Language,
  count: number,
  seed: number,
): readonly Labelled[] {
  const papersWith = new Map<string, number>();
  for (const paper of all)
    for (const word of new Set(wordsOf(paper, language)))
      papersWith.set(word, (papersWith.get(word) ?? 0) + 1);
  const random = new Random(seed);
  const chosen = new Set<Paper>();
  while (chosen.size < Math.min(count, of.length)) {
    const paper = random.pick(of);
    if (paper !== undefined) chosen.add(paper);
  }
  return Array.from(chosen, (paper) => {
    const counts = Map.groupBy(wordsOf(paper, language), (word) => word);
    const worth = ([word, each]: [string, string[]]) =>
      each.length * Math.log(all.length / (papersWith.get(word) ?? 1));
    const telling = [...counts].filter(([word]) => {
      const held = papersWith.get(word) ?? 0;
      return held >= PAPERS_MIN && held <= all.length * SHARE_MAX;
    });
    const best = new Set(
      telling
        .sort((a, b) => worth(b) - worth(a))
        .slice(0, KEYWORDS)
        .map(([word]) => word),
    );
    const query = [...counts.keys()].filter((word) => best.has(word)).join(' ');
    return { query, kind: `${language}_keywords`, relevant: [paper.id] };
  });
}

function wordsOf(paper: Paper, language: Language): readonly string[] {
  const { summary, abstract } = textsOf(paper);
  const all = words(language === 'ko' ? summary : abstract).filter((word) => /^\p{L}{2,}$/u.test(word));
  const own = all.filter((word) => isHangul(word) === (language === 'ko') && !FUNCTION_WORDS.has(word));
  return own.map((word) => (language === 'ko' ? hangulStem(word) : word)).filter(({ length }) => length > 1);
}
