import { readFileSync, writeFileSync } from 'node:fs';
import type { Paper } from '../../src/archive/paper.ts';
import { SearchIndex } from '../../src/search/index/search-index.ts';
import { createSearch, type Search } from '../../src/search/index.ts';
import { judged } from '../../test/support/judged.ts';
import { Random } from '../../test/support/random.ts';
import { makeKeywords } from './keywords.ts';
import { makeQueries } from './made.ts';
import {
  bothOriginsQuestions,
  finalPapers,
  heldOutKeywords,
  heldOutPapers,
  keywordQueries,
  type Labelled,
  ROOT,
  readDigests,
  readQueries,
  readRecordedDays,
  readTopics,
  SHARED,
  seedQuestions,
} from './query.ts';
import { topicQuestions } from './questions/labelled-questions.ts';

/**
 * How well papers are found across and within the languages, over the papers of both origins beside the project:
 * `node bench/quality/languages.ts --save=<file>`, later `--against=<file>`: with intervals for what a change did.
 */
const option = (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];

/** The place of the first right paper of a query; 0 if it is not among the first ten. */
interface Place {
  readonly set: string;
  readonly query: string;
  readonly place: number;
}

const DEEP = 10;
const MADE = Number(option('made') ?? 40);
const KEYWORDS = 200;

const digests = [...readDigests(`${SHARED}corpus`), ...readRecordedDays(`${SHARED}hf`)];
const archive = judged([...digests, ...readDigests(`${ROOT}seeds`)]);
const papers = [...archive.papers()];
await archive.made();

const both = bothOriginsQuestions();
const targets = new Set(both.flatMap(({ relevant }) => relevant));
const bilingual = papers.filter(
  ({ sections, details, doubtful }) => sections.length > 0 && details?.abstract && !doubtful,
);
const fresh = bilingual.filter(({ id }) => !targets.has(id));
/** Splits by the id's last digit: even ids to work on the ranking with, odd ids to test it with. */
const isLookedAt = ({ relevant: [id = ''] }: Labelled) => Number(id.at(-1)) % 2 === 0;
const made = (['ko', 'en'] as const).flatMap((language) =>
  makeKeywords(papers, fresh, language, KEYWORDS, 5).map((one) => ({
    ...one,
    kind: `${one.kind}, ${isLookedAt(one) ? 'seen' : 'unseen'}`,
  })),
);
const stripped = new Set([...both, ...made].flatMap(({ relevant }) => relevant));
const oneLanguage = new Set(bilingual.filter(({ id }) => stripped.has(id)).map(({ id }) => id));
const whole = open('whole', papers);
const places: Place[] = [
  ...ask(whole, 'topics', readTopics()),
  ...ask(whole, 'keywords', keywordQueries()),
  ...ask(whole, 'held-out keywords', heldOutKeywords()),
  ...ask(whole, 'held-out', heldOutPapers()),
  ...ask(whole, 'final', finalPapers()),
  ...ask(whole, 'asked', topicQuestions().map(asLabelled)),
  ...ask(whole, 'dev', readQueries(`${SHARED}queries/dev.jsonl`)),
  ...ask(whole, 'made', makeQueries(papers, MADE, 1)),
  ...ask(whole, 'seeds', seedQuestions()),
  ...ask(whole, 'both', both),
  // The same papers, reduced to their text in the other language.
  ...ask(open('english', papers.map(inEnglish)), 'english text,', [...both, ...made].filter(isOneLanguage)),
  ...ask(open('korean', papers.map(inKorean)), 'korean text,', [...both, ...made].filter(isOneLanguage)),
];
print(places);
const [save, against] = [option('save'), option('against')];
if (save) writeFileSync(save, JSON.stringify(places));
if (against) compare(JSON.parse(readFileSync(against, 'utf8')), places);

function open(name: string, of: readonly Paper[]): Search {
  const keep = option('keep');
  return createSearch(of, { people: archive, index: new SearchIndex(keep ? `${keep}/${name}.db` : null) });
}

function ask(search: Search, set: string, queries: readonly Labelled[]): Place[] {
  const held = queries.filter(({ relevant }) => relevant.some((id) => archive.paper(id)));
  return held.map(({ query, kind, relevant }) => {
    const ids = search.search(query, {}, DEEP).map(({ id }) => id);
    const place = ids.findIndex((id) => relevant.includes(id)) + 1;
    return { set: `${set} ${kind}`, query, place };
  });
}

function asLabelled({
  question,
  set,
  papers: relevant,
}: ReturnType<typeof topicQuestions>[number]): Labelled {
  return { query: question, kind: `topics, ${set}`, relevant };
}

function isOneLanguage({ relevant }: Labelled): boolean {
  return relevant.some((id) => oneLanguage.has(id));
}

function inEnglish(paper: Paper): Paper {
  return oneLanguage.has(paper.id) ? { ...paper, sections: [] } : paper;
}

function inKorean(paper: Paper): Paper {
  return oneLanguage.has(paper.id) ? { ...paper, details: null } : paper;
}

function print(all: readonly Place[]): void {
  for (const set of new Set(all.map((one) => one.set))) {
    const of = all.filter((one) => one.set === set);
    const share = (most: number) =>
      ((100 * of.filter(({ place }) => place > 0 && place <= most).length) / of.length).toFixed(0);
    console.log(
      `${set.padEnd(26)} n ${String(of.length).padStart(3)}  R@1 ${share(1).padStart(3)}  R@5 ${share(5).padStart(3)}  MRR ${(100 * mean(of.map(worth))).toFixed(1)}`,
    );
  }
}

function worth({ place }: Place): number {
  return place > 0 ? 1 / place : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Prints, set by set and for all, how the mean of 1 / place changed, with 95 % of 2,000 bootstrap samples. */
function compare(before: readonly Place[], after: readonly Place[]): void {
  const held = new Map(before.map((one) => [`${one.set}\n${one.query}`, worth(one)]));
  const pairs = after.flatMap((one) => {
    const was = held.get(`${one.set}\n${one.query}`);
    return was === undefined ? [] : { set: one.set, change: 100 * (worth(one) - was) };
  });
  console.log('\nchange of MRR, points [95 % interval]');
  for (const set of ['all', ...new Set(pairs.map((one) => one.set))]) {
    const changes = pairs.filter((one) => set === 'all' || one.set === set).map(({ change }) => change);
    const random = new Random(7);
    const means = Array.from({ length: 2000 }, () => mean(changes.map(() => random.pick(changes) ?? 0)));
    means.sort((a, b) => a - b);
    console.log(
      `${set.padEnd(26)} ${mean(changes).toFixed(1)} [${means[50]?.toFixed(1)}, ${means[1949]?.toFixed(1)}]`,
    );
  }
}
