import { usePage } from '../context.ts';
import { kindOf, OPTION, shownDescription, shownName } from '../model/commands.ts';
import type { CommandDraft } from '../model/draft.ts';
import { Icon } from '../shell/icons.tsx';
import { fill } from '../texts/texts.ts';
import { Field, type ListTie } from './field.tsx';
import { onBarKey } from './keys.ts';
import { moreText } from './offers.ts';
import type { BarState } from './use-bar.ts';

/** A command with its options, one input each, and a last one in which further options are named. */
export function CommandFields({
  bar,
  draft,
  tie,
  id,
}: {
  readonly bar: BarState;
  readonly draft: CommandDraft;
  readonly tie: ListTie;
  readonly id: string;
}) {
  const { texts, locale } = usePage();
  const { focus, problem } = bar;
  const { usable, filled, rest } = draft;
  const closed = { ...tie, open: false };
  const more = moreText(draft, texts);
  return (
    <>
      <div class="parts">
        <strong class="command-name">/{usable.shown}</strong>
        {filled.map((one) => {
          const option = usable.options.find(({ name }) => name === one.name);
          if (!option) return null;
          const { name, required } = option;
          const here = focus.field === name;
          const wrong = problem?.field === name;
          const kind = kindOf(option, texts);
          return (
            <span key={name} class={`chip ${wrong ? 'wrong' : ''} ${here ? 'here' : ''}`}>
              <label for={`${id}-${name}`}>{shownName(option, locale)}</label>
              <Field
                id={`${id}-${name}`}
                label={`${shownName(option, locale)}: ${shownDescription(option, locale)} (${kind})`}
                value={one.text}
                tie={here ? tie : closed}
                focus={here ? focus.wish : 0}
                problem={wrong}
                required={required ?? false}
                numeric={option.type === OPTION.integer}
                onText={(text) => bar.typeOption(name, text)}
                onKey={(event, input) => onBarKey(bar, event, input)}
                onFocus={() => bar.focused(name)}
              />
            </span>
          );
        })}
        <Field
          id={`${id}-rest`}
          label={fill(texts.optionsOf, { name: usable.shown })}
          value={rest}
          tie={focus.field === null ? tie : closed}
          focus={focus.field === null ? focus.wish : 0}
          problem={problem !== null && problem.field === null}
          onText={bar.type}
          onKey={(event, input) => onBarKey(bar, event, input)}
          onFocus={() => bar.focused(null)}
        />
        {more && (
          <button type="button" class="text-button more" onClick={() => bar.show(draft, null)}>
            {more}
          </button>
        )}
      </div>
      <button
        type="button"
        class="plain"
        aria-label={texts.cancelCommand}
        title={texts.cancelCommand}
        onClick={bar.clear}
      >
        <Icon name="close" />
      </button>
    </>
  );
}
