import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../answers/answer.ts';
import { type Invocation, isKey, readInvocation } from '../answers/invocation.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Language } from '../language.ts';
import type { MessageJson, Rendered } from '../messages/message.ts';
import { isLong } from '../messages/parts/length.ts';
import { render } from '../messages/render.ts';
import type { Place } from './command.ts';
import { type Control, isForm, shownBy } from './controls.ts';
import { apology, bugId, type Dispatch, type ReportBug, type Request } from './dispatch.ts';
import { Buckets } from './rate-limit.ts';

/** A request with the language of the person who asks. */
export interface LocalRequest extends Request {
  readonly locale: Language;
}

/** A button pressed, something picked from a select menu, or a form sent. */
export interface Press {
  /** What the control stands for, with what was picked or typed in it; null for one that is not understood. */
  readonly invocation: Invocation | null;
  /** The controls of the message on which it stands. */
  readonly controls?: readonly Control[];
  readonly locale: Language;
  readonly now: Temporal.Instant;
  readonly place?: Place | null;
  readonly asker?: Snowflake | null;
}

/** Something said to the bot in words: in a mention, a reply or a direct message. */
export interface Remark {
  readonly text: string;
  /** The controls of the bot's message that it replies to. */
  readonly controls: readonly Control[];
  readonly locale: Language;
  readonly now: Temporal.Instant;
  readonly place: Place | null;
  readonly asker: Snowflake;
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
  write(answer: Answer, locale: Language, now: Temporal.Instant): Promise<Reply>;
  ask(request: LocalRequest): Promise<Reply>;
  /** What a control stands for; null for one of another program, of an older version, or that is kept no more. */
  read(customId: string, picked: string | undefined, now: Temporal.Instant): Promise<Invocation | null>;
  press(press: Press): Promise<Reply>;
  /** @returns null where somebody makes mistakes, or greets, so fast that nothing is said any more */
  say(remark: Remark): Promise<Reply | null>;
}

const GREETING_MAX = 40;
/** Asks nothing, or what can be asked, and is told. */
const GREETINGS = [
  /hi|hello|hey|yo|help|thanks|thank you|thx|good (?:morning|afternoon|evening|night)/,
  /안녕\S*|하이|고마워\S*|고맙\S*|감사\S*|도움말|도와\S*/,
  /what can (?:you do|i ask)|who are you|what are you|how do i use you/,
  /사용법(?:\S*(?: \S+)?)|(?:(?:너는?|넌) )?(?:뭘|뭐|무엇을) ?할 ?수 ?있\S*|(?:너는?|넌) 누구\S*/,
];
const GREETING = new RegExp(
  `^(?:${GREETINGS.map(({ source }) => source).join('|')})[\\s!.?~ㅎㅋ😀-🙏]*$`,
  'iu',
);

/** Mistakes and greetings of a person that are answered one after the other, and then one every half a minute. */
const IDLE = { burst: 3, every: 30_000 };

/** @param report told of what fails on the way to the messages: the person is answered all the same */
export function createResponder(dispatch: Dispatch, kept: KeptInvocations, report: ReportBug): Responder {
  const noted = (error: unknown) => report({ id: bugId(), error, request: null });

  async function write(
    answer: Answer,
    locale: Language,
    now: Temporal.Instant,
    here = false,
  ): Promise<Reply> {
    const { shown, rendered } = draw(answer, locale);
    await kept.keep(rendered.keep, new Date(now.epochMilliseconds)).catch(noted);
    const mistake = shown.kind === 'notice' && shown.tone !== 'info';
    return {
      ok: !mistake,
      messages: rendered.messages,
      ephemeral: mistake || isForAsker(shown) || isLong(rendered.messages),
      here: here && !mistake,
    };
  }

  /** An answer that cannot be written is a bug of ours, and the person is told so. */
  function draw(answer: Answer, locale: Language): { shown: Answer; rendered: Rendered } {
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

  async function read(
    customId: string,
    picked: string | undefined,
    now: Temporal.Instant,
  ): Promise<Invocation | null> {
    const line = await lineOf(customId, now);
    return line === null ? null : readInvocation(line, picked);
  }

  /** The question that the controls of an answer go on from; null where they go on from none. */
  async function questionIn(controls: readonly Control[], now: Temporal.Instant): Promise<string | null> {
    for (const { customId } of controls) {
      const invocation = isForm(customId) ? await read(customId, undefined, now) : null;
      const after = invocation?.form === undefined ? undefined : invocation.options.after;
      if (after !== undefined) return String(after);
    }
    return null;
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
      if (question === '' || (question.length <= GREETING_MAX && GREETING.test(question))) {
        const hello: Answer = { kind: 'notice', tone: 'info', text: { key: 'talk.hello' } };
        return isTooMuch(asker, now) ? null : write(hello, locale, now);
      }
      const after = await questionIn(controls, now);
      const shown = shownBy(controls);
      const options = { question, ...(after !== null && { after }), ...(shown !== '' && { shown }) };
      const answer = await dispatch({ command: 'ask', options, now, place, asker, locale });
      const reply = await write(answer, locale, now);
      return reply.ok || !isTooMuch(asker, now) ? reply : null;
    },
  };
}

/** How a server is set up, help, and what stands behind a card's buttons are for those who ask, not for the channel. */
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
]);
