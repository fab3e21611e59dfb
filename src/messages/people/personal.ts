import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { say, tell, tellPlain } from '../locale.ts';
import { COLOURS, card, compose, type Rendered } from '../message.ts';
import { type Button, button } from '../parts/controls/components.ts';

/** The asker's stored data, with buttons to export and delete it. */
export function renderPersonal({ event, held }: AnswerOf<'personal'>, locale: Language): Rendered {
  const lines = [
    ...(event === 'shown' ? [] : [tell(`privacy.${event}`, locale)]),
    ...(held.length === 0 && event === 'shown' ? [tell('privacy.nothing', locale)] : []),
    ...held.map((one) => `- ${say(one, locale)}`),
    `-# ${tell('privacy.note', locale)}`,
  ];
  return card(
    { title: tell('privacy.title', locale), description: lines.join('\n'), color: COLOURS.info },
    held.length === 0 ? [] : [buttons(event, locale)],
  );
}

function buttons(event: AnswerOf<'personal'>['event'], locale: Language): Button[] {
  const file = button(tellPlain('privacy.buttons.export', locale), 'privacy', { show: 'export' });
  if (event !== 'confirm')
    return [file, button(tellPlain('privacy.buttons.erase', locale), 'privacy', { show: 'erase' }, 'here')];
  const keep = button(tellPlain('privacy.buttons.keep', locale), 'privacy', {}, 'here');
  return [
    button(tellPlain('privacy.buttons.sure', locale), 'privacy', { show: 'sure' }, 'here'),
    { ...keep, primary: true },
    file,
  ];
}

/** A person's stored data as a file. */
export function renderPersonalExport({ data }: AnswerOf<'personal-export'>, locale: Language): Rendered {
  const content = `${JSON.stringify(data, null, 2)}\n`;
  return compose({
    content: tell('privacy.exported', locale),
    files: [{ name: 'paperboy-my-data.json', type: 'application/json', content }],
  });
}
