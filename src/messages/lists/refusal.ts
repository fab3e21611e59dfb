import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { candidateLines, changeButtons, choiceRows, searchButton } from '../parts/controls/choices.ts';
import { range } from '../parts/text/dates.ts';
import { clean } from '../parts/text/escape.ts';
import { cut } from '../parts/text/truncate.ts';

const QUERY_MAX = 150;
type Reasons = ReadonlySet<AnswerOf<'refusal'>['reason']>;

/** Refusals about one paper: the archive's period would not help. */
const OF_ONE_PAPER: Reasons = new Set(['doubtful', 'unsummarized']);

/** Refusals whose query may be a topic: they offer to search for it. */
const SEARCHABLE: Reasons = new Set(['paper', 'answer']);

/** Says what the archive does not have, which period it covers, and what comes closest. */
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
  return card({ description: lines.join('\n'), color: COLOURS.info }, [
    ...choiceRows(choices, locale),
    changeButtons(changes, locale),
    SEARCHABLE.has(reason) ? searchButton(answer.query, locale) : [],
  ]);
}
