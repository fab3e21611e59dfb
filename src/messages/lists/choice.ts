import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { candidateLines, choiceRows, searchButton } from '../parts/controls/choices.ts';
import { clean } from '../parts/text/escape.ts';
import { cut } from '../parts/text/truncate.ts';

const QUERY_MAX = 100;

/** Several papers or authors fit: one question and one menu. */
export function renderChoice(answer: AnswerOf<'choice'>, locale: Language): Rendered {
  const { choices, total = choices.length } = answer;
  const query = cut(clean(answer.query), QUERY_MAX);
  const values = { query, count: total, shown: choices.length };
  const lines = [tell(keyOf(answer, total), locale, values), ...candidateLines(choices, locale)];
  return card({ description: lines.join('\n'), color: COLOURS.info }, [
    ...choiceRows(choices, locale),
    searchButton(answer.query, locale),
  ]);
}

function keyOf({ of, choices }: AnswerOf<'choice'>, total: number) {
  if (choices.length === 0) return 'choice.nothing';
  if (total > choices.length) return `choice.${of}Most` as const;
  return choices.length === 1 ? (`choice.${of}Only` as const) : (`choice.${of}` as const);
}
