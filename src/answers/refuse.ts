import type { AuthorCount } from '../archive/archive.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { UserError } from '../errors.ts';
import type { Asked } from '../questions/answer-question.ts';
import type { Dates } from '../questions/read/query.ts';
import type { Answer, Change, Choice } from './answer.ts';

/** A menu can hold no longer value. */
const VALUE_MAX = 100;

/** Opens a paper; the remark says which it is and the day that its votes are of. */
export function paperChoice(paper: Paper): Choice {
  const { id, title } = paper;
  return {
    label: title,
    remark: { key: 'remarks.listed', values: { id, date: listingOf(paper).date } },
    invocation: { command: 'paper', options: { paper: id }, here: true },
  };
}

export function authorChoice({ name, papers }: AuthorCount): Choice {
  return {
    label: name,
    remark: { key: 'remarks.papers', values: { count: papers } },
    invocation: { command: 'author', options: { name }, here: true },
  };
}

/** The same question about something else, where it is still short enough for a menu. */
export function insteadOf(typed: string, by: string, choice: Choice, { question }: Asked): Choice {
  const other = question.replace(typed, () => by);
  const isAsked = other !== question && other.length <= VALUE_MAX;
  return isAsked
    ? { ...choice, invocation: { command: 'ask', options: { question: other }, here: true } }
    : choice;
}

type Refusal = Extract<Answer, { kind: 'refusal' }>;

/** Says that the archive does not hold what was asked for. */
export function refuse(
  reason: Refusal['reason'],
  { calendar }: Asked,
  parts: Partial<Pick<Refusal, 'query' | 'period' | 'choices' | 'changes' | 'of'>>,
): Answer {
  return {
    kind: 'refusal',
    reason,
    query: '',
    period: null,
    of: 'paper',
    choices: [],
    changes: [],
    first: calendar.first,
    last: calendar.last,
    ...parts,
  };
}

export function noSuchAuthor(typed: string, near: readonly AuthorCount[], asked: Asked): Answer {
  const choices = near.map((author) => insteadOf(bare(typed), author.name, authorChoice(author), asked));
  return refuse('author', asked, { query: bare(typed), of: 'author', choices });
}

/** Several people may be meant: each choice asks the question again with the name in full. */
export function whichAuthor(typed: string, several: readonly AuthorCount[], asked: Asked): Answer {
  const choices = several.map((author) => insteadOf(typed, author.name, authorChoice(author), asked));
  return { kind: 'choice', of: 'author', query: typed, choices };
}

export function noSuchPaper(typed: string, near: readonly Paper[], asked: Asked): Answer {
  return refuse('paper', asked, { query: typed, choices: near.map(paperChoice) });
}

export function whichPaper(typed: string, several: readonly Paper[], asked: Asked): Answer {
  const choices = several.map((paper) => insteadOf(typed, paper.id, paperChoice(paper), asked));
  return { kind: 'choice', of: 'paper', query: typed, choices };
}

/** Says which papers, named by their ids, the archive does not hold. */
export function unknownPapers([id = '', ...others]: readonly PaperId[]): UserError {
  return others.length === 0
    ? new UserError('errors.paper.unknownId', { id })
    : new UserError('errors.paper.unknownIds', { ids: [id, ...others].join(', ') });
}

/** Nothing was listed in the period; the newest days that the archive holds are a press away. */
export function emptyPeriod({ from, to }: Pick<Dates, 'from' | 'to'>, asked: Asked): Answer {
  const { archive } = asked.library;
  const near = [archive.earlier(from), archive.later(to)].flatMap((day) => day ?? []);
  const changes = near.map(
    (date): Change => ({
      text: { key: 'ask.change.day', values: { date } },
      invocation: { command: 'today', options: { date }, here: true },
    }),
  );
  return refuse('period', asked, { period: { from, to }, changes });
}

/** A name without what English puts behind it. */
function bare(name: string): string {
  return name.replace(/['’]s?$/, '').trim();
}
