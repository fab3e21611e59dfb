import type { Client, REST } from 'discord.js';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Command } from '../../bot/command.ts';
import type { Responder } from '../../bot/respond.ts';
import type { SuggestChoices } from '../../bot/suggest.ts';
import { renderForm } from '../../messages/parts/form.ts';
import { type Asked, localeOf, personOf, placeOf, readInteraction } from './interactions.ts';
import type { OpenAnswers } from './pending-replies.ts';
import { InteractionReply } from './reply.ts';
import type { Watcher } from './watch.ts';

/** The bot's door as Discord needs it. */
export interface Door {
  readonly commands: ReadonlyMap<string, Pick<Command, 'setUp'>>;
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  /** Told of every answer: the command's name (or `button`, or `message`), and how long it took in seconds. */
  readonly answered?: (what: string, seconds: number) => void;
  readonly watcher?: Watcher;
}

/** Answers what people do in Discord: commands, buttons, menus, forms. */
export class Interactions {
  readonly #door: Door;
  readonly #open: OpenAnswers;
  readonly #log: Logger;

  constructor(door: Door, open: OpenAnswers, log: Logger) {
    this.#door = door;
    this.#open = open;
    this.#log = log;
  }

  /** Answers every interaction that reaches the client, also those that come before it counts as ready. */
  listen(client: Client): void {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      this.#open.add(this.#answer(client.rest, interaction)),
    );
  }

  async #answer(rest: REST, interaction: APIInteraction): Promise<void> {
    const started = performance.now();
    const reply = new InteractionReply(rest, interaction, this.#open.signal);
    try {
      const asked = readInteraction(interaction);
      if (asked === null) return;
      if (asked.kind === 'suggest') await this.#offer(reply, interaction, asked);
      else if (asked.kind === 'command') await this.#run(reply, interaction, asked);
      else await this.#press(reply, interaction, asked);
      const ms = performance.now() - started;
      this.#door.answered?.('command' in asked ? asked.command : 'button', ms / 1000);
      this.#log.debug({ interaction: interaction.id, ms }, 'interaction answered');
    } catch (error) {
      this.#log.error({ interaction: interaction.id, err: error }, 'an interaction could not be answered');
    }
  }

  async #offer(reply: InteractionReply, interaction: APIInteraction, asked: Of<'suggest'>): Promise<void> {
    const choices = this.#door.suggest({ ...asked, ...askerOf(interaction) });
    await reply.callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
  }

  async #run(reply: InteractionReply, interaction: APIInteraction, asked: Of<'command'>): Promise<void> {
    const { command, options } = asked;
    // How a server is set up is shown to those who set it up.
    const hidden = asked.hidden || this.#door.commands.get(command)?.setUp === true;
    const answer = this.#door.responder.ask({ command, options, ...askerOf(interaction) });
    await reply.send(answer, { hidden, here: false });
  }

  async #press(reply: InteractionReply, interaction: APIInteraction, asked: Of<'button'>): Promise<void> {
    const { customId, picked, controls } = asked;
    const { responder } = this.#door;
    const asker = askerOf(interaction);
    const invocation = await responder.read(customId, picked, asker.now);
    if (invocation?.form !== undefined && interaction.type === InteractionType.MessageComponent) {
      const form = renderForm(invocation, customId, asker.locale);
      await reply.callback(InteractionResponseType.Modal, form);
      return;
    }
    const hidden = asked.ephemeral || !asked.own;
    const here = asked.own && invocation?.here === true;
    await reply.send(responder.press({ invocation, controls, ...asker }), { hidden, here });
  }
}

type Of<Kind extends Asked['kind']> = Extract<Asked, { kind: Kind }>;

/** Who asks, when, where and in which language. */
function askerOf(interaction: APIInteraction) {
  return {
    locale: localeOf(interaction),
    now: Temporal.Now.instant(),
    place: placeOf(interaction),
    asker: personOf(interaction),
  };
}
