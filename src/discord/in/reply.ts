import { setTimeout } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import { type APIInteraction, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Reply } from '../../bot/respond.ts';

/** Milliseconds after which Discord is told that the answer comes later: it waits for 3 s, and the way takes time. */
const AT_ONCE = 1_500;

/** How an interaction is answered, as far as that is known before its answer. */
export interface Manner {
  /** For the asker alone. */
  readonly hidden: boolean;
  /** In the place of the message that was pressed. */
  readonly here: boolean;
}

/** The answer to one interaction: at once, or, where it takes longer, put off and written later. */
export class InteractionReply {
  readonly #rest: REST;
  readonly #interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;
  readonly #signal: AbortSignal;
  readonly #started = performance.now();

  /** @param signal ends its requests */
  constructor(
    rest: REST,
    interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
    signal: AbortSignal,
  ) {
    this.#rest = rest;
    this.#interaction = interaction;
    this.#signal = signal;
  }

  /** What Discord waits for. */
  async callback(type: InteractionResponseType, data?: unknown): Promise<void> {
    const { id, token } = this.#interaction;
    await this.#rest.post(Routes.interactionCallback(id, token), {
      body: data === undefined ? { type } : { type, data },
      auth: false,
      signal: this.#signal,
    });
  }

  /** Sends an answer when it is there. @see Discord docs, Interaction Callback: a deferred reply lives 15 minutes */
  async send(answer: Promise<Reply>, manner: Manner): Promise<void> {
    const early = await withinTime(answer, AT_ONCE - (performance.now() - this.#started));
    if (early !== null) await this.#sendNow(early, manner);
    else if (manner.here) await this.#changeLater(answer);
    else await this.#sendLater(answer, manner);
  }

  async #sendNow(reply: Reply, { hidden, here }: Manner): Promise<void> {
    const [first, ...others] = reply.messages;
    if (here && reply.here) {
      await this.callback(InteractionResponseType.UpdateMessage, first);
      return;
    }
    const flags = flagsOf(hidden || reply.ephemeral);
    await this.callback(InteractionResponseType.ChannelMessageWithSource, { ...first, ...flags });
    await this.#follow(others, flags);
  }

  /** Whether it is for the asker alone cannot be changed any more: a public "is thinking" goes away for what is. */
  async #sendLater(answer: Promise<Reply>, { hidden }: Manner): Promise<void> {
    await this.callback(InteractionResponseType.DeferredChannelMessageWithSource, flagsOf(hidden));
    const reply = await answer;
    const [first, ...others] = reply.messages;
    if (reply.ephemeral && !hidden) {
      await this.#rest.delete(this.#original(), { auth: false, signal: this.#signal });
      await this.#follow(reply.messages, flagsOf(true));
      return;
    }
    await this.#edit(first);
    await this.#follow(others, flagsOf(hidden));
  }

  /** The message stays as it is until then; a mistake leaves it so and comes beside it. */
  async #changeLater(answer: Promise<Reply>): Promise<void> {
    await this.callback(InteractionResponseType.DeferredMessageUpdate);
    const reply = await answer;
    if (reply.here) await this.#edit(reply.messages[0]);
    else await this.#follow(reply.messages, flagsOf(true));
  }

  async #edit(message: unknown): Promise<void> {
    await this.#rest.patch(this.#original(), { body: message, auth: false, signal: this.#signal });
  }

  async #follow(messages: readonly object[], flags: object): Promise<void> {
    const { application_id: application, token } = this.#interaction;
    for (const message of messages) {
      const body = { ...message, ...flags };
      await this.#rest.post(Routes.webhook(application, token), { body, auth: false, signal: this.#signal });
    }
  }

  #original() {
    return Routes.webhookMessage(this.#interaction.application_id, this.#interaction.token);
  }
}

function flagsOf(hidden: boolean): { flags?: MessageFlags } {
  return hidden ? { flags: MessageFlags.Ephemeral } : {};
}

/** @returns what some work comes to, or null where it takes longer */
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
