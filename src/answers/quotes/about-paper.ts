import { listingOf } from '../../archive/merge/assemble.ts';
import type { Paper, SectionKind } from '../../archive/paper.ts';
import { sectionKind } from '../../digest-format/read/section.ts';
import { UserError } from '../../errors.ts';
import { answerQuestion } from '../../questions/answer-question.ts';
import { factAsked, factQuestion, pointAsked } from '../../questions/conversation/paper-asked.ts';
import type { Library } from '../../questions/read/query.ts';
import { tidied } from '../../questions/read/read-question.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { Answer } from '../answer.ts';
import { answersOfPaper } from './answerable.ts';
import { BEHIND } from './quote-answer.ts';
import { withModel } from './with-model.ts';

const SENTENCES = 12;
const QUOTES_MAX = 3;

/**
 * Answers a question about one paper from that paper alone: its facts are computed, anything else is answered with
 * sentences of its summary or abstract, word for word, or refused. A doubtful summary is never quoted.
 *
 * @throws UserError for a paper that the archive does not hold
 */
export async function askAboutPaper(question: string, id: string, library: Library): Promise<Answer> {
  const paper = library.archive.paper(id);
  if (paper === undefined) throw new UserError('errors.paper.unknownId', { id });
  const fact = factAsked(question.replaceAll(paper.title, ' '));
  if (fact !== null) return answerQuestion(factQuestion(fact, id), library);
  const hasAbstract = Boolean(paper.details?.abstract);
  if (paper.doubtful && !hasAbstract) return silent(paper, 'doubtful', question, library);
  if (paper.sections.length === 0 && !hasAbstract) return silent(paper, 'unsummarized', question, library);
  const line = tidied(question);
  const point = paper.doubtful ? [] : pointOf(paper, pointAsked(line));
  if (point.length > 0) return withModel(quoting(paper, line, point), question, library);
  await library.search.ready;
  const found = library.search.passages(line, [id], SENTENCES);
  const best = found[0]?.coverage ?? 0;
  if (!answersOfPaper(best, line)) return silent(paper, 'summary', question, library);
  const sentences = found
    .filter(({ coverage }) => coverage >= best - BEHIND)
    .slice(0, QUOTES_MAX)
    .map(({ text }) => text);
  return withModel(quoting(paper, line, sentences), question, library);
}

function quoting(paper: Paper, question: string, sentences: readonly string[]): Answer {
  return { kind: 'passages', question, passages: [{ paper, date: listingOf(paper).date, sentences }] };
}

/** The sentences of the point that a question asks for and nothing else: `what are the results?`, `성능은 어때?` */
function pointOf({ sections }: Paper, kind: SectionKind | null): readonly string[] {
  return sections
    .filter(({ heading }) => kind !== null && sectionKind(heading) === kind)
    .flatMap(({ text }) => sentencesOf(text))
    .slice(0, QUOTES_MAX);
}

/** Says that one paper does not tell, with the way to its card. */
function silent(
  paper: Paper,
  reason: 'summary' | 'doubtful' | 'unsummarized',
  query: string,
  { archive }: Library,
): Answer {
  const { first, last } = archive.totals();
  return {
    kind: 'refusal',
    reason,
    query,
    period: null,
    first: first ?? listingOf(paper).date,
    last: last ?? listingOf(paper).date,
    of: 'paper',
    choices: [],
    changes: [
      {
        text: { key: 'ask.change.paper', values: { title: paper.title } },
        invocation: { command: 'paper', options: { paper: paper.id } },
      },
    ],
  };
}
