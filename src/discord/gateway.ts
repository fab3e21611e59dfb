import { type Client, type REST, Routes } from 'discord.js';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Reply, Responder } from '../bot/respond.ts';
import type { SuggestChoices } from '../bot/suggest.ts';
import { type Asked, localeOf, placeOf, readInteraction } from './interactions.ts';

/** The bot's door as Discord needs it. */
export interface Door {
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
}

/** The interactions that are being answered; a stop waits for them. */
export class Interactions {
  readonly #open = new Set<Promise<void>>();
  readonly #door: Door;
  readonly #log: Logger;

  constructor(door: Door, log: Logger) {
    this.#door = door;
    this.#log = log;
  }

  /** Answers every interaction that reaches the client, also those that come before it counts as ready. */
  listen(client: Client): void {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      const answered = this.#answer(client.rest, interaction).finally(() => this.#open.delete(answered));
      this.#open.add(answered);
    });
  }

  /** Resolves when no interaction is left unanswered and none has come for `quiet` milliseconds. */
  async drained(quiet: number): Promise<void> {
    do {
      await Promise.all(this.#open);
      await new Promise((resolve) => setTimeout(resolve, quiet));
    } while (this.#open.size > 0);
  }

  async #answer(rest: REST, interaction: APIInteraction): Promise<void> {
    const started = performance.now();
    try {
      const asked = readInteraction(interaction);
      if (asked === null) return;
      if (asked.kind === 'suggest') await this.#offer(rest, interaction, asked);
      else await this.#reply(rest, interaction, asked);
      this.#log.debug(
        { interaction: interaction.id, ms: performance.now() - started },
        'interaction answered',
      );
    } catch (error) {
      this.#log.error({ interaction: interaction.id, err: error }, 'an interaction could not be answered');
    }
  }

  async #offer(rest: REST, interaction: APIInteraction, asked: Extract<Asked, { kind: 'suggest' }>) {
    const choices = this.#door.suggest({
      ...asked,
      locale: localeOf(interaction),
      now: Temporal.Now.instant(),
      place: placeOf(interaction),
    });
    await callback(rest, interaction, InteractionResponseType.ApplicationCommandAutocompleteResult, {
      choices,
    });
  }

  async #reply(rest: REST, interaction: APIInteraction, asked: Exclude<Asked, { kind: 'suggest' }>) {
    const now = Temporal.Now.instant();
    const locale = localeOf(interaction);
    const place = placeOf(interaction);
    const { responder } = this.#door;
    if (asked.kind === 'command') {
      const { command, options } = asked;
      await send(rest, interaction, await responder.ask({ command, options, locale, now, place }), false);
      return;
    }
    const { customId, picked } = asked;
    const reply = await responder.press({ customId, picked, locale, now, place });
    if (reply.here && asked.own) await update(rest, interaction, reply);
    else await send(rest, interaction, reply, asked.ephemeral || !asked.own);
  }
}

/** Answers with messages of their own; the first is the interaction's reply, others follow it. */
async function send(rest: REST, interaction: APIInteraction, reply: Reply, hidden: boolean): Promise<void> {
  const flags = hidden || reply.ephemeral ? { flags: MessageFlags.Ephemeral } : {};
  const [first, ...others] = reply.messages;
  await callback(rest, interaction, InteractionResponseType.ChannelMessageWithSource, { ...first, ...flags });
  for (const message of others) {
    const route = Routes.webhook(interaction.application_id, interaction.token);
    await rest.post(route, { body: { ...message, ...flags }, auth: false });
  }
}

/** Puts the answer in the place of the message that was pressed. */
async function update(rest: REST, interaction: APIInteraction, { messages }: Reply): Promise<void> {
  await callback(rest, interaction, InteractionResponseType.UpdateMessage, messages[0]);
}

async function callback(
  rest: REST,
  { id, token }: APIInteraction,
  type: InteractionResponseType,
  data: unknown,
) {
  await rest.post(Routes.interactionCallback(id, token), { body: { type, data }, auth: false });
}
