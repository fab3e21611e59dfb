import type { Language } from '../../language.ts';
import { say, tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';

/** What is stored of the person who asks, with ways to have it as a file and to delete it. */
export function renderPersonal({ event, held }: AnswerOf<'personal'>, locale: Language): Rendered {
  const lines = [
    ...(event === 'shown' ? [] : [tell(`privacy.${event}`, locale)]),
    ...(held.length === 0 && event === 'shown' ? [tell('privacy.nothing', locale)] : []),
    ...held.map((one) => `- ${say(one, locale)}`),
    `-# ${tell('privacy.note', locale)}`,
  ];
  return compose({
    embeds: [{ title: tell('privacy.title', locale), description: lines.join('\n'), color: COLOURS.info }],
    rows: [held.length === 0 ? [] : buttons(event, locale)],
  });
}

function buttons(event: AnswerOf<'personal'>['event'], locale: Language): Button[] {
  const show = (what: string) => ({ command: 'privacy', options: { show: what } });
  const file = { label: tellPlain('privacy.buttons.export', locale), invocation: show('export') };
  if (event === 'confirm')
    return [
      {
        label: tellPlain('privacy.buttons.sure', locale),
        invocation: { ...show('sure'), here: true },
      },
      {
        label: tellPlain('privacy.buttons.keep', locale),
        invocation: { command: 'privacy', options: {}, here: true },
        primary: true,
      },
      file,
    ];
  return [
    file,
    { label: tellPlain('privacy.buttons.erase', locale), invocation: { ...show('erase'), here: true } },
  ];
}

/** All that is stored of a person, as a file. */
export function renderPersonalExport({ data }: AnswerOf<'personal-export'>, locale: Language): Rendered {
  const content = `${JSON.stringify(data, null, 2)}\n`;
  return compose({
    content: tell('privacy.exported', locale),
    files: [{ name: 'paperboy-my-data.json', type: 'application/json', content }],
  });
}
