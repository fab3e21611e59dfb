import { setTimeout } from 'node:timers/promises';
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
import { atMost } from './at-most.ts';
import { type Asked, localeOf, placeOf, readInteraction } from './interactions.ts';
import type { Watcher } from './watch.ts';

/** The bot's door as Discord needs it. */
export interface Door {
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  /** Told of every interaction answered: the command's name (or `button`), and how long it took in seconds. */
  readonly answered?: (what: string, seconds: number) => void;
  readonly watcher?: Watcher;
}

/** The interactions that are being answered; a stop waits for them. */
export class Interactions {
  readonly #open = new Set<Promise<void>>();
  readonly #door: Door;
  readonly #log: Logger;
  /** Ends the requests of answers that a stop no longer waits for. */
  readonly #end = new AbortController();

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

  /**
   * Resolves when no interaction is left unanswered and none has come for `quiet` milliseconds, at the latest after
   * `limit` milliseconds.
   */
  async drained(quiet: number, limit: number): Promise<void> {
    const end = performance.now() + limit;
    do {
      await atMost(end - performance.now(), Promise.all(this.#open));
      await setTimeout(quiet);
    } while (this.#open.size > 0 && performance.now() < end);
  }

  /** Waits for the answers that are on their way, at most `limit` milliseconds, and gives up the others. */
  async finish(limit: number): Promise<void> {
    await atMost(limit, Promise.all(this.#open));
    this.#end.abort();
  }

  async #answer(rest: REST, interaction: APIInteraction): Promise<void> {
    const started = performance.now();
    try {
      const asked = readInteraction(interaction);
      if (asked === null) return;
      if (asked.kind === 'suggest') await this.#offer(rest, interaction, asked);
      else await this.#reply(rest, interaction, asked);
      const ms = performance.now() - started;
      this.#door.answered?.('command' in asked ? asked.command : 'button', ms / 1000);
      this.#log.debug({ interaction: interaction.id, ms }, 'interaction answered');
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
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await this.#callback(rest, interaction, type, { choices });
  }

  async #reply(rest: REST, interaction: APIInteraction, asked: Exclude<Asked, { kind: 'suggest' }>) {
    const now = Temporal.Now.instant();
    const locale = localeOf(interaction);
    const place = placeOf(interaction);
    const { responder } = this.#door;
    if (asked.kind === 'command') {
      const { command, options } = asked;
      const reply = await responder.ask({ command, options, locale, now, place });
      await this.#send(rest, interaction, reply, false);
      return;
    }
    const { customId, picked } = asked;
    const reply = await responder.press({ customId, picked, locale, now, place });
    if (reply.here && asked.own) {
      // The answer takes the place of the message that was pressed.
      await this.#callback(rest, interaction, InteractionResponseType.UpdateMessage, reply.messages[0]);
    } else {
      await this.#send(rest, interaction, reply, asked.ephemeral || !asked.own);
    }
  }

  /** Answers with messages of their own; the first is the interaction's reply, others follow it. */
  async #send(rest: REST, interaction: APIInteraction, reply: Reply, hidden: boolean): Promise<void> {
    const flags = hidden || reply.ephemeral ? { flags: MessageFlags.Ephemeral } : {};
    const [first, ...others] = reply.messages;
    const type = InteractionResponseType.ChannelMessageWithSource;
    await this.#callback(rest, interaction, type, { ...first, ...flags });
    for (const message of others) {
      const route = Routes.webhook(interaction.application_id, interaction.token);
      await rest.post(route, { body: { ...message, ...flags }, auth: false, signal: this.#end.signal });
    }
  }

  async #callback(rest: REST, { id, token }: APIInteraction, type: InteractionResponseType, data: unknown) {
    const route = Routes.interactionCallback(id, token);
    await rest.post(route, { body: { type, data }, auth: false, signal: this.#end.signal });
  }
}
