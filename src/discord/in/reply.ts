import { setTimeout } from 'node:timers/promises';
import { type RawFile, type REST, Routes } from 'discord.js';
import { type APIInteraction, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Reply } from '../../bot/respond.ts';
import type { MessageJson } from '../../messages/message.ts';
import { CALLBACK_LIFE, TOKEN_LIFE } from '../out/rest/rest.ts';
import { uploadOf } from '../out/upload.ts';

/** Milliseconds after which an answer is deferred: Discord waits 3 s, including the time on the network. */
const AT_ONCE = 1_500;

/** How to answer an interaction, as far as this is known before the answer. */
export interface Manner {
  /** Whether only the asker sees the answer. */
  readonly hidden: boolean;
  /** Whether the answer replaces the message whose button was pressed. */
  readonly here: boolean;
}

/** Answers one interaction: at once, or, if that takes longer, deferred and edited in later. */
export class InteractionReply {
  readonly #rest: REST;
  readonly #interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;
  readonly #signal: AbortSignal;
  readonly #started = performance.now();
  #isPutOff = false;

  /** @param signal aborts its requests */
  constructor(
    rest: REST,
    interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
    signal: AbortSignal,
  ) {
    this.#rest = rest;
    this.#interaction = interaction;
    this.#signal = signal;
  }

  /** Sends the first response, for which Discord waits 3 s. */
  async callback(type: InteractionResponseType, data?: unknown, files: RawFile[] = []): Promise<void> {
    const { id, token } = this.#interaction;
    await this.#rest.post(Routes.interactionCallback(id, token), {
      body: data === undefined ? { type } : { type, data },
      files,
      auth: false,
      signal: this.#within(CALLBACK_LIFE),
    });
  }

  /** Defers the answer; it may then take 15 minutes. @see Discord docs, Interaction Callback */
  async putOff({ hidden, here }: Manner): Promise<void> {
    this.#isPutOff = true;
    if (here) await this.callback(InteractionResponseType.DeferredMessageUpdate);
    else await this.callback(InteractionResponseType.DeferredChannelMessageWithSource, flagsOf(hidden));
  }

  /** Sends an answer as soon as it is ready. @param canWait false to defer at once if it is not ready yet */
  async send(answer: Promise<Reply>, manner: Manner, canWait = true): Promise<void> {
    if (!this.#isPutOff) {
      const time = canWait ? AT_ONCE - (performance.now() - this.#started) : 0;
      const early = await withinTime(answer, time);
      if (early !== null) return this.#sendNow(early, manner);
      await this.putOff(manner);
    }
    if (manner.here) await this.#changeLater(answer);
    else await this.#sendLater(answer, manner);
  }

  async #sendNow(reply: Reply, { hidden, here }: Manner): Promise<void> {
    const [first, ...others] = reply.messages;
    const { body, files } = uploadOf(first);
    if (here && reply.here) {
      await this.callback(InteractionResponseType.UpdateMessage, body, files);
      return;
    }
    const flags = flagsOf(hidden || reply.ephemeral);
    await this.callback(InteractionResponseType.ChannelMessageWithSource, { ...body, ...flags }, files);
    await this.#follow(others, flags);
  }

  /** Fills in a deferred answer. Its visibility is fixed, so an answer for the asker alone replaces a public "thinking…". */
  async #sendLater(answer: Promise<Reply>, { hidden }: Manner): Promise<void> {
    const reply = await answer;
    const [first, ...others] = reply.messages;
    if (reply.ephemeral && !hidden) {
      await this.#rest.delete(this.#original(), { auth: false, signal: this.#within(TOKEN_LIFE) });
      await this.#follow(reply.messages, flagsOf(true));
      return;
    }
    await this.#edit(first);
    await this.#follow(others, flagsOf(hidden));
  }

  /** Changes the pressed message once the answer is ready. An answer that does not belong there is sent separately. */
  async #changeLater(answer: Promise<Reply>): Promise<void> {
    const reply = await answer;
    if (reply.here) await this.#edit(reply.messages[0]);
    else await this.#follow(reply.messages, flagsOf(true));
  }

  async #edit(message: MessageJson | undefined): Promise<void> {
    const signal = this.#within(TOKEN_LIFE);
    await this.#rest.patch(this.#original(), { ...uploadOf(message), auth: false, signal });
  }

  async #follow(messages: readonly MessageJson[], flags: object): Promise<void> {
    const { application_id: application, token } = this.#interaction;
    for (const message of messages) {
      const { body, files } = uploadOf(message);
      const signal = this.#within(TOKEN_LIFE);
      const request = { body: { ...body, ...flags }, files, auth: false, signal };
      await this.#rest.post(Routes.webhook(application, token), request);
    }
  }

  /** Aborts a request once Discord would no longer accept it. @param life milliseconds from the interaction's arrival */
  #within(life: number): AbortSignal {
    const left = Math.max(0, Math.ceil(life - (performance.now() - this.#started)));
    return AbortSignal.any([this.#signal, AbortSignal.timeout(left)]);
  }

  #original() {
    return Routes.webhookMessage(this.#interaction.application_id, this.#interaction.token);
  }
}

function flagsOf(hidden: boolean): { flags?: MessageFlags } {
  return hidden ? { flags: MessageFlags.Ephemeral } : {};
}

/** @returns the result of `work`, or null if it takes longer than `milliseconds` */
async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  const over = new AbortController();
  const late = setTimeout(Math.max(0, milliseconds), null, { signal: over.signal });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}
