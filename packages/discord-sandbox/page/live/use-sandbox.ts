import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Deed, DeedResult } from '../../web/wire.ts';
import type { Actions } from '../context.ts';
import { reduce } from '../model/reduce.ts';
import { EMPTY, type State } from '../model/state.ts';
import { tell } from './deeds.ts';
import { readDismissed, writeDismissed } from './dismissed.ts';
import { listen } from './stream.ts';

/** A deed without its user and locale. */
type Doing = Deed extends infer One ? (One extends Deed ? Omit<One, 'user' | 'locale'> : never) : never;

/** Milliseconds after which the channel shows a pending command. */
const PATIENCE = 300;

/** Milliseconds for which somebody is shown as typing. @see Discord docs, Channel, Trigger Typing Indicator */
const WRITING = 10_000;

/** The sandbox's state for a user, kept current, and the user's actions. */
export function useSandbox(
  user: string,
  locale: string,
  lost: string,
  inspect: (messageId: string) => void,
): [State, Actions] {
  const [state, change] = useReducer(reduce, EMPTY, (empty: State) => ({
    ...empty,
    dismissed: readDismissed(),
  }));
  const channel = useRef(state.channelId);
  channel.current = state.channelId;

  useEffect(() => {
    change({ kind: 'user' });
    return listen(user, locale, change, () => change({ kind: 'lost' }));
  }, [user]);
  useEffect(() => writeDismissed(state.dismissed), [state.dismissed]);

  useEffect(() => {
    if (!state.typing) return undefined;
    const timer = setTimeout(() => change({ kind: 'stopped' }), WRITING);
    return () => clearTimeout(timer);
  }, [state.typing]);

  const actions = useMemo((): Actions => {
    const perform = (doing: Doing): Promise<DeedResult> =>
      tell({ ...doing, user, locale }).catch(() => ({ kind: 'failed', reason: lost }));
    const after = (result: DeedResult): string | null => {
      if (result.kind === 'modal') change({ kind: 'form', form: result });
      return result.kind === 'failed' ? result.reason : null;
    };
    const use = async (doing: Extract<Doing, { customId: string }>) => {
      const { messageId, customId } = doing;
      change({ kind: 'use', messageId, use: { customId, failed: null } });
      const failed = after(await perform(doing));
      change({ kind: 'use', messageId, use: failed === null ? null : { customId, failed } });
    };
    const channelId = () => channel.current ?? '';
    /** Performs a deed that the bot answers with a new message; `command` is its name in the channel meanwhile. */
    const attempt = async (command: string, doing: Doing) => {
      const id = crypto.randomUUID();
      const begun = { id, channelId: channelId(), command, timestamp: new Date().toISOString() };
      const show = (failed: string | null) => change({ kind: 'attempt', attempt: { ...begun, failed } });
      const timer = setTimeout(() => show(null), PATIENCE);
      const failed = after(await perform(doing));
      clearTimeout(timer);
      if (failed === null) change({ kind: 'answered', attemptId: id });
      else show(failed);
    };
    return {
      command: (name, options, line) =>
        void attempt(`/${line}`, { kind: 'command', channelId: channelId(), name, options }),
      menu: ({ id: messageId }, name, shown) => void attempt(shown, { kind: 'menu', messageId, name }),
      suggest: (name, options, focused) =>
        perform({ kind: 'autocomplete', channelId: channelId(), name, options, focused }),
      post: (content, reply) => perform({ kind: 'post', channelId: channelId(), content, ...reply }),
      chooseServerLocale: (serverLocale) => void perform({ kind: 'server', serverLocale }),
      reply: (messageId) => change({ kind: 'reply', messageId }),
      press: ({ id: messageId }, customId) => void use({ kind: 'press', messageId, customId }),
      select: ({ id: messageId }, customId, values) =>
        void use({ kind: 'select', messageId, customId, values }),
      submit: async (interactionId, values) => {
        const result = await perform({ kind: 'modal', interactionId, values });
        if (result.kind !== 'failed') change({ kind: 'form', form: result.kind === 'modal' ? result : null });
        return result;
      },
      closeForm: () => change({ kind: 'form', form: null }),
      dismiss: (id) => change({ kind: 'dismiss', id }),
      openChannel: (id) => change({ kind: 'open', channelId: id }),
      inspect,
    };
  }, [user, locale, lost, inspect]);
  return [state, actions];
}
