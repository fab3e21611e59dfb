import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../ask/answer.ts';
import { isKey, readInvocation } from '../ask/invocation.ts';
import type { Locale, MessageJson, Rendered } from '../message/message.ts';
import { render } from '../message/render.ts';
import type { Place } from './command.ts';
import { apology, bugId, type Dispatch, type ReportBug, type Request } from './dispatch.ts';

/** A request with the language of the person who asks. */
export interface LocalRequest extends Request {
  readonly locale: Locale;
}

/** A button pressed, or something picked from a select menu. */
export interface Press {
  readonly customId: string;
  readonly picked: string | undefined;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  readonly place?: Place | null;
}

export interface Reply {
  /** False when the answer is that the question was wrong or that we failed. */
  readonly ok: boolean;
  readonly messages: readonly MessageJson[];
  /** Only the asker should see it: mistakes and a server's settings are nobody else's business. */
  readonly ephemeral: boolean;
  /** It takes the place of the message that was pressed. */
  readonly here: boolean;
}

/** Where invocations too long for a `custom_id` are kept and found again. */
export interface KeptInvocations {
  keep(lines: ReadonlyMap<string, string>, now: Date): Promise<void>;
  recall(key: string, now: Date): Promise<string | null>;
}

/** The door with its answers written as messages: what Discord and the terminal show. Never rejects. */
export interface Responder {
  /** Writes an answer as messages and keeps what their buttons need. */
  write(answer: Answer, locale: Locale, now: Temporal.Instant): Promise<Reply>;
  ask(request: LocalRequest): Promise<Reply>;
  press(press: Press): Promise<Reply>;
}

/** @param report told of what fails on the way to the messages: the person is answered all the same */
export function createResponder(dispatch: Dispatch, kept: KeptInvocations, report: ReportBug): Responder {
  const noted = (error: unknown) => report({ id: bugId(), error, request: null });

  async function write(answer: Answer, locale: Locale, now: Temporal.Instant, here = false): Promise<Reply> {
    const { shown, rendered } = draw(answer, locale);
    await kept.keep(rendered.keep, new Date(now.epochMilliseconds)).catch(noted);
    const mistake = shown.kind === 'notice' && shown.tone !== 'info';
    return {
      ok: !mistake,
      messages: rendered.messages,
      ephemeral: mistake || PRIVATE.has(shown.kind),
      here: here && !mistake,
    };
  }

  /** An answer that cannot be written is a bug of ours, and the person is told so. */
  function draw(answer: Answer, locale: Locale): { shown: Answer; rendered: Rendered } {
    try {
      return { shown: answer, rendered: render(answer, locale) };
    } catch (error) {
      const shown = apology(error, null, report);
      return { shown, rendered: render(shown, locale) };
    }
  }

  async function lineOf(customId: string, now: Temporal.Instant): Promise<string | null> {
    if (!isKey(customId)) return customId;
    try {
      return await kept.recall(customId, new Date(now.epochMilliseconds));
    } catch (error) {
      noted(error);
      return null;
    }
  }

  return {
    write,
    async ask({ locale, ...request }) {
      return write(await dispatch({ ...request, locale }), locale, request.now);
    },
    async press({ customId, picked, locale, now, place = null }) {
      const line = await lineOf(customId, now);
      const invocation = line === null ? null : readInvocation(line, picked);
      if (invocation === null) {
        return write({ kind: 'notice', tone: 'error', text: { key: 'errors.button.expired' } }, locale, now);
      }
      const { command, options, here } = invocation;
      return write(await dispatch({ command, options, now, place, locale }), locale, now, here);
    },
  };
}

/** How a server is set up is shown to those who set it up, not to the channel. */
const PRIVATE: ReadonlySet<Answer['kind']> = new Set([
  'subscription',
  'subscriptions',
  'preview',
  'posted',
  'permissions',
]);
