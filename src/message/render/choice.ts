import { choiceRows } from '../choices.ts';
import { COLOURS } from '../colours.ts';
import { compose } from '../compose.ts';
import { cut } from '../cut.ts';
import { clean } from '../escape.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Locale, Rendered } from '../message.ts';

const QUERY_MAX = 100;

/** Several papers or authors fit: one question and one menu. */
export function renderChoice({ of, query, choices }: AnswerOf<'choice'>, locale: Locale): Rendered {
  const asked = cut(clean(query), QUERY_MAX);
  const key = choices.length === 0 ? 'choice.nothing' : (`choice.${of}` as const);
  return compose({
    embeds: [{ description: tell(key, locale, { query: asked }), color: COLOURS.info }],
    rows: choiceRows(choices, tellPlain('menus.pick', locale), locale),
  });
}
