import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Channel, Choice, Command, CommandOption, Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { choicesOf, usablesOf } from '../model/commands.ts';
import {
  type CommandDraft,
  type Draft,
  draftOf,
  leftOptions,
  lineOf,
  missingOption,
  NOTHING,
  optionCalled,
  readLine,
  typed,
  withFilled,
} from '../model/draft.ts';
import { sentText, withMention } from '../model/mentions.ts';
import { valuesOf } from '../model/values.ts';
import { type Offer, type Offers, offersFor } from './offers.ts';
import { useSuggestions } from './suggestions.ts';

/** Where the focus is or should go: an option by name; null for the text, or the place after the last option. */
interface Focus {
  readonly field: string | null;
  /** Increases with each request to move the focus. */
  readonly wish: number;
}

interface Problem {
  readonly field: string | null;
  readonly text: string;
}

/** The state of the bar: the typed text, the offers for it, and the actions on it. */
export function useBar(
  channel: Channel | undefined,
  commands: readonly Command[],
  reply: Message | undefined,
) {
  const page = usePage();
  const { locale, say, users, channels, roles, actions } = page;
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [focus, setFocus] = useState<Focus>({ field: null, wish: 0 });
  const [open, setOpen] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ping, setPing] = useState(true);
  const last = useRef<CommandDraft | null>(null);

  const usables = useMemo(() => usablesOf(commands, channel, locale), [commands, channel, locale]);
  const choices = useCallback(
    (option: CommandOption): readonly Choice[] | null => choicesOf(option, { users, channels, roles, say }),
    [users, channels, roles, say],
  );
  const option =
    draft.kind === 'command' ? draft.usable.options.find(({ name }) => name === focus.field) : undefined;
  const filled = draft.kind === 'command' ? draft.filled.find(({ name }) => name === focus.field) : undefined;
  const suggestions = useSuggestions(open ? option : undefined, filled?.text ?? '', ({ name }) => {
    if (draft.kind !== 'command') return Promise.resolve({ kind: 'failed', reason: '' });
    const given = draft.filled.filter((one) => one.name === name || one.text !== '');
    const options = Object.fromEntries(given.map((one) => [one.name, one.value ?? one.text]));
    return actions.suggest(draft.usable.name, { [name]: '', ...options }, name);
  });
  const offers: Offers | null = open
    ? offersFor({ draft, field: focus.field, usables, suggestions, choices, users, say, locale })
    : null;
  const active =
    offers === null ? null : pointed !== null && pointed < offers.offers.length ? pointed : offers.first;

  const go = (field: string | null) => setFocus(({ wish }) => ({ field, wish: wish + 1 }));
  useLayoutEffect(() => {
    setPing(true);
    // After choosing a message to reply to, people want to type.
    if (reply) go(focus.field);
  }, [reply?.id]);
  /** Changes the text and, with `field`, the place of the caret. */
  const show = (next: Draft, field?: string | null) => {
    setDraft(next);
    setPointed(null);
    setProblem(null);
    setOpen(true);
    if (field !== undefined) go(field);
  };
  const clear = (field?: null) => {
    show(NOTHING, field);
    setOpen(false);
  };
  const complain = (field: string | null, text: string) => {
    setProblem({ field, text });
    go(field);
  };
  /** Moves the caret to the next required option, else after the last option. */
  const goOn = (next: CommandDraft) => show(next, missingOption(next)?.name ?? null);

  const type = (field: string | null, text: string, composing: boolean) => {
    if (draft.kind === 'text') {
      const whole = /^\/.*\s/.test(text) && !composing ? readLine(text, usables, locale) : null;
      if (whole) goOn(whole);
      else show({ kind: 'text', text });
      return;
    }
    // `period:` opens that option, after the command or after another option's value.
    const [, before = '', name = '', after = ''] = (!composing && /^(.*\s)?([^\s:]+):(.*)$/.exec(text)) || [];
    const named = optionCalled(leftOptions(draft), name, locale);
    const rest = named ? before.trim() : text;
    const own = field === null ? { ...draft, rest } : withFilled(draft, typed(field, rest));
    if (named) show(withFilled(own, typed(named.name, after.trim())), named.name);
    else show(own);
  };

  const pick = ({ pick: picked }: Offer) => {
    if (picked.kind === 'command') return goOn(draftOf(picked.usable));
    if (picked.kind === 'user' && draft.kind === 'text') {
      show({ kind: 'text', text: withMention(draft.text, picked.user) }, null);
    }
    if (draft.kind !== 'command') return;
    if (picked.kind === 'option') {
      const { name } = picked.option;
      show({ ...withFilled(draft, typed(name)), rest: '' }, name);
    } else if (picked.kind === 'choice' && focus.field !== null) {
      const { text, value } = picked;
      goOn(withFilled(draft, { name: focus.field, text, value }));
    }
  };

  const sendCommand = (written: CommandDraft) => {
    // Text without a name belongs to the first option that is not open yet.
    const [first] = leftOptions(written);
    const rest = written.rest.trim();
    const command =
      first && rest !== '' ? withFilled({ ...written, rest: '' }, typed(first.name, rest)) : written;
    const values = valuesOf(command, { locale, say, choices });
    if (!values.ok) {
      const known = command.filled.some(({ name }) => name === values.option);
      show(known ? command : withFilled(command, typed(values.option)));
      return complain(values.option, values.problem);
    }
    last.current = command;
    actions.command(command.usable.name, values.options, lineOf(command));
    // A line from a link must not take the focus: on a phone that opens the keyboard over half the screen.
    clear(draft === NOTHING ? undefined : null);
  };
  const send = async () => {
    if (draft.kind === 'command') return sendCommand(draft);
    const text = draft.text.trim();
    if (text === '') return;
    const command = readLine(text, usables, locale);
    if (command) return sendCommand(command);
    if (text.startsWith('/')) return complain(null, say('noCommand'));
    clear(null);
    actions.reply(null);
    const result = await actions.post(sentText(text, users), reply && { replyTo: reply.id, ping });
    if (result.kind !== 'failed') return;
    show({ kind: 'text', text });
    complain(null, result.reason);
  };
  /** Sends a whole line as if a person had typed it. */
  const run = (line: string) => {
    const command = readLine(line, usables, locale);
    if (command) sendCommand(command);
    else if (line.startsWith('/')) show({ kind: 'text', text: line }, null);
    else void actions.post(sentText(line, users));
  };
  const recall = () => last.current && goOn(last.current);

  return {
    ...{ draft, focus, active, offers, problem },
    ...{ show, clear, type, pick, send, run, recall },
    ...{ ping, setPing },
    replying: reply !== undefined,
    cancelReply: () => actions.reply(null),
    setOpen,
    point: setPointed,
    /** Notes that a field got the focus. */
    focused: (field: string | null) => {
      setFocus(({ wish }) => ({ field, wish }));
      setPointed(null);
      setOpen(true);
    },
  };
}

export type BarState = ReturnType<typeof useBar>;
