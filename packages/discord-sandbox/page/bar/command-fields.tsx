import { usePage } from '../context.ts';
import { INTEGER, kindOf, shownDescription, shownName } from '../model/commands.ts';
import { type CommandDraft, leftOptions } from '../model/draft.ts';
import { IconButton } from '../shell/icons.tsx';
import { Field } from './field.tsx';
import type { BarState } from './use-bar.ts';

/** A command with one input for each open option, and a last input for the names of further options. */
export function CommandFields({ bar, draft }: { readonly bar: BarState; readonly draft: CommandDraft }) {
  const { say, locale } = usePage();
  const { usable, filled, rest } = draft;
  const { length: left } = leftOptions(draft);
  return (
    <>
      <div class="parts">
        <strong class="command-name">/{usable.shown}</strong>
        {filled.map((one) => {
          const option = usable.options.find(({ name }) => name === one.name);
          if (!option) return null;
          const { name, required, type } = option;
          const shown = shownName(option, locale);
          const look = bar.problem?.field === name ? 'wrong' : bar.focus.field === name ? 'here' : '';
          return (
            <span key={name} class={`chip ${look}`}>
              <span aria-hidden="true">{shown}</span>
              <Field
                bar={bar}
                field={name}
                label={`${shown}: ${shownDescription(option, locale)} (${say(kindOf(option))})`}
                value={one.text}
                required={required ?? false}
                numeric={type === INTEGER}
              />
            </span>
          );
        })}
        <Field bar={bar} field={null} label={`/${usable.shown}: ${say('options')}`} value={rest} />
        {left > 0 && (
          <button type="button" class="text-button more" onClick={() => bar.show(draft, null)}>
            {say('more', { count: left })}
          </button>
        )}
      </div>
      <IconButton icon="close" label={say('cancel')} onClick={() => bar.clear(null)} />
    </>
  );
}
