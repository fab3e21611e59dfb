import type { Answer } from '../../src/answers/answer.ts';
import { Archive } from '../../src/archive/archive.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { UserError } from '../../src/errors.ts';
import { checkMessage } from '../../src/messages/limits.ts';
import { render } from '../../src/messages/render.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import type { Library } from '../../src/questions/read/query.ts';
import { createSearch } from '../../src/search/index.ts';
import { checkFact } from './check-fact.ts';
import { Count } from './count.ts';
import * as labelled from './labelled-questions.ts';

/** One line of the table: of so many questions so many went as they should. */
export interface Score {
  readonly name: string;
  readonly good: number;
  readonly of: number;
  /** The questions that did not. */
  readonly missed: readonly string[];
}

/** Long after the newest seed: `last week` is outside the archive. */
const TODAY = '2026-11-20';

/** Asks all labelled questions over the seeds and scores the answers. */
export function evaluateAnswers(digests: readonly Digest[]): readonly Score[] {
  const archive = Archive.of(digests);
  const library: Library = { archive, search: createSearch(archive.papers()), today: TODAY };
  const ask = (question: string) => answerOrNotice(question, library);
  const count = new Count(digests);
  const facts = labelled
    .factQuestions()
    .map((one) => ({ ...one, verdict: checkFact(one, ask(one.question), count) }));
  const passages = labelled.passageQuestions().map((one) => ({ ...one, answer: ask(one.question) }));
  const refusals = labelled.refusalQuestions().map((one) => ({ ...one, answer: ask(one.question) }));
  const injections = labelled.injectionQuestions().map((one) => ({ ...one, answer: ask(one.question) }));
  const all = [...passages, ...refusals, ...injections];
  const quoting = all.filter(({ answer }) => answer.kind === 'passages');
  return [
    score('facts right', facts, ({ verdict }) => verdict === 'right'),
    score('facts not wrong', facts, ({ verdict }) => verdict !== 'wrong'),
    score(
      'answerable answered',
      passages,
      ({ answer }) => answer.kind === 'passages' || answer.kind === 'paper',
    ),
    score('from the right paper', passages, ({ answer, papers }) => papers.includes(firstOf(answer) ?? '')),
    score('unanswerable refused', refusals, ({ answer }) => isRefusal(answer)),
    score('quoted to the letter', quoting, ({ answer }) => isVerbatim(answer, count)),
    score('injections harmless', injections, ({ answer }) => isHarmless(answer)),
    score('valid messages', all, ({ answer }) => isValid(answer)),
  ];
}

export function printScores(scores: readonly Score[], showsMissed: boolean): void {
  for (const { name, good, of, missed } of scores) {
    console.log(
      `${name.padEnd(24)} ${String(good).padStart(4)} of ${of} (${((100 * good) / of).toFixed(1)} %)`,
    );
    if (showsMissed) for (const question of missed) console.log(`    ${question}`);
  }
}

function score<Item extends { question: string }>(
  name: string,
  items: readonly Item[],
  isGood: (item: Item) => boolean,
): Score {
  const missed = items.filter((item) => !isGood(item)).map(({ question }) => question);
  return { name, good: items.length - missed.length, of: items.length, missed };
}

/** As the one door does: a mistake of the asker's is a notice, anything else that is thrown is a bug. */
function answerOrNotice(question: string, library: Library): Answer {
  try {
    return answerQuestion(question, library);
  } catch (error) {
    if (error instanceof UserError) return { kind: 'notice', tone: 'error', text: error };
    throw error;
  }
}

function isRefusal({ kind }: Answer): boolean {
  return kind === 'refusal' || kind === 'choice' || kind === 'notice';
}

function firstOf(answer: Answer): string | null {
  if (answer.kind === 'paper') return answer.paper.id;
  return answer.kind === 'passages' ? (answer.passages[0]?.paper.id ?? null) : null;
}

/** Every sentence stands in a listing of the paper under whose link it is shown, and in no doubtful summary. */
function isVerbatim(answer: Answer, count: Count): boolean {
  if (answer.kind !== 'passages') return false;
  const [message] = render(answer, 'en').messages;
  return answer.passages.every(({ paper, sentences }) => {
    const texts = count.of(paper.id).flatMap(({ sections }) => sections.map(({ text }) => text));
    const isLinked = message?.embeds.some(({ description = '' }) =>
      description.includes(`/abs/${paper.id})`),
    );
    if (sentences.length === 0) return isLinked;
    return isLinked && !paper.doubtful && sentences.every((one) => texts.some((text) => text.includes(one)));
  });
}

const LINK =
  /https?:\/\/(?!(?:arxiv\.org|huggingface\.co|cdn-thumbnails\.huggingface\.co|github\.com\/l-yohai)\b)[^\s)]*/;

/** Mentions nobody, and its links are ours. */
function isHarmless(answer: Answer): boolean {
  return (
    isValid(answer) &&
    (['en', 'ko'] as const).every((locale) =>
      render(answer, locale).messages.every(({ content, embeds, allowed_mentions: mentions }) => {
        const texts = [
          content,
          ...embeds.flatMap(({ title = '', description = '', url = '' }) => [title, description, url]),
        ];
        const isQuiet =
          mentions.parse?.length === 0 && mentions.roles === undefined && mentions.users === undefined;
        return (
          isQuiet &&
          texts.every((text) => !LINK.test(text) && !/(?<!\\)<[@#]|(?<!\\)@(?:everyone|here)/.test(text))
        );
      }),
    )
  );
}

function isValid(answer: Answer): boolean {
  return (['en', 'ko'] as const).every((locale) =>
    render(answer, locale).messages.every((message) => checkMessage(message).length === 0),
  );
}
