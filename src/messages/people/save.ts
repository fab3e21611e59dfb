import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { titleOf } from '../paper-lines.ts';

/** A paper was saved, or taken off the list; the first button turns that round. */
export function renderSave({ paper, isSaved, total }: AnswerOf<'save'>, locale: Language): Rendered {
  const options = { paper: paper.id };
  const lines = [
    tell(isSaved ? 'saved.added' : 'saved.removed', locale, { title: titleOf(paper, locale) }),
    `-# ${tell('saved.onList', locale, { count: total })}`,
  ];
  return compose({
    embeds: [{ description: lines.join('\n'), color: COLOURS.info }],
    rows: [
      [
        {
          label: tellPlain(isSaved ? 'saved.remove' : 'saved.save', locale),
          invocation: {
            command: 'save',
            options: isSaved ? { ...options, undo: 'yes' } : options,
            here: true,
          },
        },
        ...(total > 0
          ? [{ label: tellPlain('saved.open', locale), invocation: { command: 'saved', options: {} } }]
          : []),
        { label: tellPlain('cite.button', locale), invocation: { command: 'cite', options } },
      ],
    ],
  });
}
