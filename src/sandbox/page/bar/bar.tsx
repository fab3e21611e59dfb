import { useEffect, useId, useRef } from 'preact/hooks';
import type { Channel, Command } from '../../types.ts';
import { usePage } from '../context.ts';
import { channelName } from '../model/names.ts';
import { Icon } from '../shell/icons.tsx';
import { fill } from '../texts/texts.ts';
import { CommandFields } from './command-fields.tsx';
import { Field } from './field.tsx';
import { onBarKey } from './keys.ts';
import { OfferList } from './offer-list.tsx';
import { useBar } from './use-bar.ts';

/** Where messages and commands are typed. */
export function Bar({
  channel,
  commands,
  say,
  onSaid,
}: {
  readonly channel: Channel | undefined;
  readonly commands: readonly Command[];
  /** A line to send as soon as there are commands. */
  readonly say: string | null;
  readonly onSaid: () => void;
}) {
  const { texts } = usePage();
  const bar = useBar(channel, commands);
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const { draft, focus, offers, active, problem } = bar;
  const tie = { id, open: (offers?.offers.length ?? 0) > 0, active };

  useEffect(() => {
    if (say === null || commands.length === 0 || channel === undefined) return;
    onSaid();
    bar.say(say);
  }, [say, commands, channel]);

  const name = channel ? channelName(channel) : '';
  const hint = fill(channel && 'recipients' in channel ? texts.messageDirect : texts.message, { name });
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && place.current?.contains(relatedTarget))) bar.setOpen(false);
  };
  return (
    <section class="bar" aria-label={hint} ref={place} onFocusOut={leave}>
      {offers && <OfferList id={id} offers={offers} active={active} onPick={bar.pick} onActive={bar.point} />}
      {problem && (
        <p class="problem" id="bar-problem" role="alert">
          {problem.text}
        </p>
      )}
      <div class="line">
        {draft.kind === 'text' ? (
          <>
            <button
              type="button"
              class="plain"
              aria-label={texts.openCommands}
              title={texts.openCommands}
              onClick={() => bar.show({ kind: 'text', text: '/' }, null)}
            >
              <Icon name="slash" />
            </button>
            <Field
              id={`${id}-text`}
              label={hint}
              placeholder={hint}
              value={draft.text}
              tie={tie}
              focus={focus.wish}
              problem={problem !== null}
              onText={bar.type}
              onKey={(event, input) => onBarKey(bar, event, input)}
              onFocus={() => bar.focused(null)}
            />
          </>
        ) : (
          <CommandFields bar={bar} draft={draft} tie={tie} id={id} />
        )}
        <button
          type="button"
          class="plain send"
          aria-label={texts.send}
          title={texts.send}
          disabled={draft.kind === 'text' && draft.text.trim() === ''}
          onClick={bar.send}
        >
          <Icon name="send" />
        </button>
      </div>
    </section>
  );
}
