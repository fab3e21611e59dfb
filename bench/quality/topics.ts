import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../src/answers/answer.ts';
import { openStore } from '../open.ts';
import { topicQuestions } from './questions/labelled-questions.ts';

/**
 * Asks the topics of one set and prints every answer, to be read: `DATABASE_URL=sqlite:<file> node bench/quality/topics.ts
 * first`. The store has to hold the archive of both origins (`npm run paperboy -- import`).
 */
const set = process.argv[2] ?? 'first';
const NOW = Temporal.Instant.from('2026-11-20T09:00:00Z');

const app = await openStore(process.env);
await app.search.ready;
const counts = { topics: 0, quoted: 0, mayFit: 0, otherwise: 0, shown: 0, quotes: 0 };
for (const { id, question, papers } of topicQuestions().filter((one) => one.set === set)) {
  const answer = await app.dispatch({ command: 'ask', options: { question }, now: NOW });
  const shown = shownBy(answer);
  const isShown = papers.some((paper) => shown.some((one) => one.id === paper));
  counts.topics += 1;
  if (isShown) counts.shown += 1;
  if (answer.kind !== 'passages') counts.otherwise += 1;
  else if (answer.mayFit) counts.mayFit += 1;
  else counts.quoted += 1;
  console.log(`\n${id} ${question}  (${papers.join(' ')} ${isShown ? 'shown' : 'NOT shown'})`);
  console.log(`  ${answer.kind}${answer.kind === 'passages' && answer.mayFit ? ', may fit' : ''}`);
  for (const { id: paper, title, sentences } of shown) {
    console.log(`  ${papers.includes(paper) ? '*' : '-'} ${paper} ${title}`);
    counts.quotes += sentences.length;
    for (const sentence of sentences) console.log(`      > ${sentence}`);
  }
}
console.log(`\n${JSON.stringify(counts)}`);
await app.close();

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The papers of an answer, with the quotes of each. */
function shownBy(answer: Answer): readonly Shown[] {
  switch (answer.kind) {
    case 'passages':
      return answer.passages.map(({ paper: { id, title }, sentences }) => ({ id, title, sentences }));
    case 'found':
      return answer.page.items.map(
        ({
          ranked: {
            paper: { id, title },
          },
        }) => ({ id, title, sentences: [] }),
      );
    case 'paper':
      return [{ id: answer.paper.id, title: answer.paper.title, sentences: [] }];
    default:
      return [];
  }
}
