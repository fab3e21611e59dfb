import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { say } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { candidateLines, choiceRows } from '../parts/controls/choices.ts';
import { cut } from '../parts/text/truncate.ts';

/** Characters of the candidates below a text. */
const CANDIDATES_MAX = 2000;
const EMOJI = { info: 'ℹ️', error: '⚠️', bug: '🛠️' } as const;

/** A mistake with what to do next, or an apology; its tone shows by emoji and colour. */
export function renderNotice({ tone, text, choices = [] }: AnswerOf<'notice'>, locale: Language): Rendered {
  const head = cut(`${EMOJI[tone]} ${say(text, locale)}`, EMBED_DESCRIPTION_MAX - CANDIDATES_MAX);
  const description = [head, ...candidateLines(choices, locale)].join('\n');
  return card({ description, color: COLOURS[tone] }, choiceRows(choices, locale));
}
