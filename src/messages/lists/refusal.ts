import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { changeButtons } from '../parts/alternatives.ts';
import { candidateLines, searchButton } from '../parts/controls/candidates.ts';
import { choiceRows } from '../parts/controls/choices.ts';
import { range } from '../parts/text/dates.ts';
import { clean } from '../parts/text/escape.ts';
import { cut } from '../parts/text/truncate.ts';

const QUERY_MAX = 150;
/** What the archive holds besides says nothing about one paper. */
const OF_ONE_PAPER: ReadonlySet<AnswerOf<'refusal'>['reason']> = new Set([
  'summary',
  'doubtful',
  'unsummarized',
]);

/** What was not found under a name may be what papers are about. */
const SEARCHABLE: ReadonlySet<AnswerOf<'refusal'>['reason']> = new Set([
  'author',
  'paper',
  'answer',
  'together',
]);

/** Says that the archive does not hold it, what it does hold, and what comes nearest. */
export function renderRefusal(answer: AnswerOf<'refusal'>, locale: Language): Rendered {
  const { reason, period, of, choices, changes } = answer;
  const values = {
    query: cut(clean(answer.query), QUERY_MAX),
    range: period === null ? '' : range(period.from, period.to, locale),
  };
  const lines = [tell(`ask.refusal.${reason}`, locale, values)];
  if (!OF_ONE_PAPER.has(reason))
    lines.push(tell('ask.refusal.holds', locale, { range: range(answer.first, answer.last, locale) }));
  if (choices.length > 0) {
    const near = of === 'author' ? 'ask.refusal.nearAuthors' : 'ask.refusal.nearPapers';
    lines.push('', tell(near, locale), ...candidateLines(choices, locale));
  }
  return compose({
    embeds: [{ description: lines.join('\n'), color: COLOURS.info }],
    rows: [
      ...choiceRows(choices, tellPlain('menus.pick', locale), locale),
      changeButtons(changes, locale),
      SEARCHABLE.has(reason) ? searchButton(answer.query, locale) : [],
    ],
  });
}
