import { type RawFile, type REST, Routes } from 'discord.js';
import { type APIInteraction, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Reply } from '../../bot/respond.ts';
import type { MessageJson } from '../../messages/message.ts';
import { CALLBACK_LIFE, TOKEN_LIFE } from '../out/rest/rest.ts';
import { uploadOf } from '../out/upload.ts';
import { withTimeout } from '../out/with-timeout.ts';

/** Milliseconds until an answer is deferred: Discord waits 3 s, network included. */
const AT_ONCE = 1_500;

/** Known before the answer is. */
export interface Manner {
  /** Only the asker sees the answer. */
  readonly hidden: boolean;
  /** The answer replaces the message whose button was pressed. */
  readonly here: boolean;
}

export class InteractionReply {
  readonly #rest: REST;
  readonly #interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>;
  readonly #signal: AbortSignal;
  readonly #started = performance.now();
  #isDeferred = false;

  constructor(
    rest: REST,
    interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
    signal: AbortSignal,
  ) {
    this.#rest = rest;
    this.#interaction = interaction;
    this.#signal = signal;
  }

  /** The first response; Discord waits 3 s for it. */
  async callback(type: InteractionResponseType, data?: unknown, files: RawFile[] = []): Promise<void> {
    const { id, token } = this.#interaction;
    await this.#rest.post(Routes.interactionCallback(id, token), {
      body: data === undefined ? { type } : { type, data },
      files,
      auth: false,
      signal: this.#within(CALLBACK_LIFE),
    });
  }

  /** Defers the answer, which may then take 15 minutes. @see Discord docs, Interaction Callback */
  async defer({ hidden, here }: Manner): Promise<void> {
    this.#isDeferred = true;
    if (here) await this.callback(InteractionResponseType.DeferredMessageUpdate);
    else await this.callback(InteractionResponseType.DeferredChannelMessageWithSource, flagsOf(hidden));
  }

  /** Sends an answer when it is ready. @param canWait false: defer at once if it is not ready */
  async send(answer: Promise<Reply>, manner: Manner, canWait = true): Promise<void> {
    if (!this.#isDeferred) {
      const time = canWait ? AT_ONCE - (performance.now() - this.#started) : 0;
      const early = await withTimeout(time, answer);
      if (early !== null) return this.#sendNow(early, manner);
      await this.defer(manner);
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

  /** A deferred answer keeps its visibility, so a private answer replaces a public "thinking…". */
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

  /** Changes the pressed message. An answer that does not belong there is sent separately. */
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

  /** Aborts a request when Discord no longer accepts it. @param life milliseconds from the interaction's arrival */
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
