import heads from '../../../src/questions/words/heads.json' with { type: 'json' };
import orders from '../../../src/questions/words/orders.json' with { type: 'json' };
import slots from '../../../src/questions/words/slots.json' with { type: 'json' };
import { freshQuestions } from '../fresh/questions.ts';
import {
  bothOriginsQuestions,
  finalPapers,
  heldOutKeywords,
  heldOutPapers,
  keywordQueries,
  seedQuestions,
} from '../query.ts';
import {
  contrastQuestions,
  factQuestions,
  passageQuestions,
  refusalQuestions,
  topicQuestions,
} from '../questions/labelled-questions.ts';

/** A question, and whether it is one that no archive of papers can answer. */
export interface Example {
  /** Neighbours in a set were written together. */
  readonly set: string;
  readonly question: string;
  readonly isOff: boolean;
}

/** Neighbours that stay together when a part is left out. */
const TOGETHER = 150;

/** Refusals whose words tell; the others name somebody or a day that the archive happens not to have. */
const OFF_KINDS = ['off', 'premise'];

/** Every question of the project's sets, those of the recorded days as well. */
export function readExamples(): readonly Example[] {
  const on = { topics: topicQuestions(), facts: factQuestions(), passages: passageQuestions() };
  const searches = [
    seedQuestions,
    bothOriginsQuestions,
    keywordQueries,
    heldOutKeywords,
    heldOutPapers,
    finalPapers,
  ];
  return [
    ...Object.entries(on).flatMap(([set, all]) => examples<Asked>(set, all, () => false)),
    ...examples(
      'refusals',
      refusalQuestions().filter(({ kind }) => OFF_KINDS.includes(kind)),
      () => true,
    ),
    ...examples('heads', rowExamples(heads), ({ gives }) => gives.startsWith('chat')),
    ...examples('slots', rowExamples([...slots, ...orders]), () => false),
    ...searches.flatMap((read) =>
      examples(
        read.name,
        read().map(({ query }) => ({ question: query })),
        () => false,
      ),
    ),
    ...examples('contrasts', contrastQuestions(), ({ off }) => off),
    ...[...freshQuestions()].flatMap(([set, threads]) =>
      examples(
        set,
        threads.flatMap(({ turns }) => turns),
        ({ off }) => off === true,
      ),
    ),
  ];
}

function rowExamples<Row extends { readonly example: string }>(rows: readonly Row[]) {
  return rows.map((row) => ({ ...row, question: row.example }));
}

interface Asked {
  readonly question: string;
}

function examples<One extends Asked>(
  set: string,
  all: readonly One[],
  isOff: (one: One) => boolean,
): readonly Example[] {
  return all.map((one, at) => ({
    set: `${set} ${Math.floor(at / TOGETHER)}`,
    question: one.question,
    isOff: isOff(one),
  }));
}
