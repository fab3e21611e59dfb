import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../answers/answer.ts';
import { type Invocation, isKey, readInvocation } from '../answers/invocation.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Language } from '../language.ts';
import type { MessageJson, Rendered } from '../messages/message.ts';
import { isLong } from '../messages/parts/length.ts';
import { render } from '../messages/render.ts';
import { writeBefore } from '../questions/conversation/before.ts';
import type { Place } from './command.ts';
import { type Control, shownBy } from './controls.ts';
import { apology, bugId, type Dispatch, type ReportBug, type Request } from './dispatch.ts';
import { Buckets } from './rate-limit.ts';

interface LocalRequest extends Request {
  readonly locale: Language;
}

/** A pressed button, a choice from a menu, or a sent form. */
interface Press extends Pick<LocalRequest, 'locale' | 'now' | 'place' | 'asker'> {
  /** With the choice or text filled in; null if unknown or expired. */
  readonly invocation: Invocation | null;
  /** Of the message. */
  readonly controls?: readonly Control[];
}

export interface Remark {
  readonly text: string;
  /** Of the bot's message that it replies to. */
  readonly controls: readonly Control[];
  readonly locale: Language;
  readonly now: Temporal.Instant;
  readonly place: Place | null;
  readonly asker: Snowflake;
}

export interface Reply {
  /** False for a mistake or a bug. */
  readonly ok: boolean;
  readonly messages: readonly MessageJson[];
  /** Only the asker sees it: mistakes, settings, answers longer than a screen. */
  readonly ephemeral: boolean;
  /** It replaces the message of the pressed control. */
  readonly here: boolean;
}

/** Stores invocations that are too long for a `custom_id`. */
export interface KeptInvocations {
  keep(lines: ReadonlyMap<string, string>, now: Date): Promise<void>;
  recall(key: string, now: Date): Promise<string | null>;
}

/** Renders an answer and stores the long invocations of its buttons; with `here` it replaces the pressed message. */
export type WriteAnswer = (
  answer: Answer,
  locale: Language,
  now: Temporal.Instant,
  here?: boolean,
) => Promise<Reply>;

export interface Responder {
  readonly write: WriteAnswer;
  ask(request: LocalRequest): Promise<Reply>;
  /** Null if the control is unknown or expired. */
  read(customId: string, picked: string | undefined, now: Temporal.Instant): Promise<Invocation | null>;
  press(press: Press): Promise<Reply>;
  /** @returns null if this person sent too many mistakes or greetings */
  say(remark: Remark): Promise<Reply | null>;
}

/** Limit of answers to a person's mistakes and greetings. */
const IDLE = { burst: 3, every: 30_000 };

/** @param report called if an answer cannot be rendered or stored; the person gets an apology */
export function createWriter(kept: KeptInvocations, report: ReportBug): WriteAnswer {
  function draw(answer: Answer, locale: Language): { shown: Answer; rendered: Rendered } {
    try {
      return { shown: answer, rendered: render(answer, locale) };
    } catch (error) {
      const shown = apology(error, null, report);
      return { shown, rendered: render(shown, locale) };
    }
  }
  return async (answer, locale, now, here = false) => {
    const { shown, rendered } = draw(answer, locale);
    await kept
      .keep(rendered.keep, new Date(now.epochMilliseconds))
      .catch((error: unknown) => report({ id: bugId(), error, request: null }));
    const mistake = shown.kind === 'notice' && shown.tone !== 'info';
    return {
      ok: !mistake,
      messages: rendered.messages,
      ephemeral: mistake || isForAsker(shown) || isLong(rendered.messages),
      here: here && !mistake,
    };
  };
}

/** @param report called for each failure; the person still gets a reply */
export function createResponder(dispatch: Dispatch, kept: KeptInvocations, report: ReportBug): Responder {
  const write = createWriter(kept, report);
  async function lineOf(customId: string, now: Temporal.Instant): Promise<string | null> {
    if (!isKey(customId)) return customId;
    try {
      return await kept.recall(customId, new Date(now.epochMilliseconds));
    } catch (error) {
      report({ id: bugId(), error, request: null });
      return null;
    }
  }

  async function read(
    customId: string,
    picked: string | undefined,
    now: Temporal.Instant,
  ): Promise<Invocation | null> {
    const line = await lineOf(customId, now);
    return line === null ? null : readInvocation(line, picked);
  }

  /** What a follow-up changes: the invocation in the answer's form, else the one of its page buttons. */
  async function beforeIn(controls: readonly Control[], now: Temporal.Instant): Promise<string | null> {
    let turned: Invocation | null = null;
    for (const { customId } of controls) {
      const invocation = await read(customId, undefined, now);
      const after = invocation?.form === undefined ? undefined : invocation.options.after;
      if (after !== undefined) return String(after);
      // Other buttons lead elsewhere, such as to the day before.
      if (invocation?.options.page !== undefined && CHANGEABLE.has(invocation.command)) turned ??= invocation;
    }
    return turned === null ? null : writeBefore(turned);
  }

  const idle = new Buckets(IDLE);
  const isTooMuch = (asker: Snowflake, { epochMilliseconds: at }: Temporal.Instant): boolean => {
    if (idle.wait(asker, at) > 0) return true;
    idle.take(asker, at);
    return false;
  };
  return {
    write,
    read,
    async ask({ locale, ...request }) {
      return write(await dispatch({ ...request, locale }), locale, request.now);
    },
    async press({ invocation, controls = [], locale, now, place = null, asker = null }) {
      if (invocation === null) {
        return write({ kind: 'notice', tone: 'error', text: { key: 'errors.button.expired' } }, locale, now);
      }
      const { command, options, here } = invocation;
      const shown = options.after === undefined ? '' : shownBy(controls);
      const asked = shown === '' ? options : { ...options, shown };
      return write(await dispatch({ command, options: asked, now, place, asker, locale }), locale, now, here);
    },
    async say({ text, controls, locale, now, place, asker }) {
      const question = text.trim();
      if (question === '') {
        const hello: Answer = { kind: 'notice', tone: 'info', text: { key: 'chat.hello' } };
        return isTooMuch(asker, now) ? null : write(hello, locale, now);
      }
      const after = await beforeIn(controls, now);
      const shown = shownBy(controls);
      const options = { question, ...(after !== null && { after }), ...(shown !== '' && { shown }) };
      const answer = await dispatch({ command: 'ask', options, now, place, asker, locale });
      const reply = await write(answer, locale, now);
      // Small talk counts as a mistake.
      return answer.kind !== 'notice' || !isTooMuch(asker, now) ? reply : null;
    },
  };
}

/** Commands whose options a follow-up can change. */
const CHANGEABLE: ReadonlySet<string> = new Set(['search', 'top', 'today', 'author', 'rank', 'compare']);

/** Only the asker sees settings, help, their own data and the pages behind a card's buttons. */
function isForAsker(answer: Answer): boolean {
  if (answer.kind === 'paper') return answer.allAuthors !== null || answer.show !== undefined;
  return PRIVATE.has(answer.kind);
}

const PRIVATE: ReadonlySet<Answer['kind']> = new Set([
  'help',
  'subscription',
  'subscriptions',
  'preview',
  'posted',
  'permissions',
  'citations',
  'save',
  'saved',
  'personal',
  'personal-export',
  'following',
  'follow-choices',
]);
