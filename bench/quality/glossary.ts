import { Archive } from '../../src/archive/archive.ts';
import { textsOf } from '../../src/search/document.ts';
import { hangulStem } from '../../src/text/hangul.ts';
import { isSign, isStem, phraseSenses, sensesAt } from '../../src/text/lexicon/concepts.ts';
import { FUNCTION_WORDS } from '../../src/text/lexicon/function-words.ts';
import { isHangul, singular, words } from '../../src/text/tokens.ts';
import { ROOT, readDigests, readRecordedDays, SHARED } from './query.ts';

/**
 * Which words of the archive the glossary does not know, the most frequent first: `npm run glossary -- 200`. Words of
 * fewer papers than `PAPERS_MIN` are names, mostly, and are not counted.
 */
const PAPERS_MIN = 5;
const SHOWN = Number(process.argv[2] ?? 100);

interface Count {
  running: number;
  known: number;
  readonly papers: Set<string>;
}

const shared = [...readDigests(`${SHARED}corpus`), ...readRecordedDays(`${SHARED}hf`)];
const archive = Archive.of([...shared, ...readDigests(`${ROOT}seeds`)]);

const counts = new Map<string, Count>();
/** How often a word is written, and how often like a name (`LLaMA`, `KL`): such words are the same in both languages. */
const spelled = new Map<string, { written: number; named: number }>();
for (const paper of archive.papers()) {
  const { titles, summary, abstract } = textsOf(paper);
  const text = [...titles, summary, abstract].join('\n');
  const all = words(text);
  for (const word of text.match(/[A-Za-z]+/g) ?? []) {
    const key = singular(word.toLowerCase());
    const count = spelled.get(key) ?? { written: 0, named: 0 };
    count.written += 1;
    if (/^.+[A-Z]/.test(word)) count.named += 1;
    spelled.set(key, count);
  }
  // A word of a phrase that is known is known.
  let phraseEnd = 0;
  all.forEach((word, at) => {
    if (phraseSenses(all, at).length > 0) phraseEnd = at + 2;
    const key = isHangul(word) ? hangulStem(word) : singular(word);
    if (!isContent(word, key)) return;
    const count = counts.get(key) ?? { running: 0, known: 0, papers: new Set<string>() };
    count.running += 1;
    if (at < phraseEnd || sensesAt(all, at).some((sign) => isSign(sign) && !isStem(sign))) count.known += 1;
    count.papers.add(paper.id);
    counts.set(key, count);
  });
}
for (const [language, isOf] of [
  ['Korean', isHangul],
  ['English', (word: string) => !isHangul(word)],
] as const) {
  const own = [...counts].filter(
    ([word, { papers }]) => isOf(word) && papers.size >= PAPERS_MIN && !isName(word),
  );
  const sum = (of: (count: Count) => number) => own.reduce((total, [, count]) => total + of(count), 0);
  const [known, running] = [sum((count) => count.known), sum((count) => count.running)];
  console.log(
    `${language}: ${((100 * known) / running).toFixed(1)} % of ${running} running content words are known`,
  );
  const unknown = own.map(([word, count]) => ({ word, missed: count.running - count.known }));
  unknown.sort((a, b) => b.missed - a.missed);
  console.log(
    `${unknown
      .slice(0, SHOWN)
      .map(({ word, missed }) => `${word} ${missed}`)
      .join(', ')}\n`,
  );
}

function isContent(word: string, key: string): boolean {
  return /^\p{L}{2,}$/u.test(key) && !FUNCTION_WORDS.has(key) && !FUNCTION_WORDS.has(word);
}

function isName(word: string): boolean {
  const { written = 1, named = 0 } = spelled.get(word) ?? {};
  return named > written / 2;
}
