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
import { PRIVATE } from '../../bot/options.ts';
import type { Reply, Responder } from '../../bot/respond.ts';
import type { SuggestChoices } from '../../bot/suggest.ts';
import type { Turns } from '../../bot/turns.ts';
import type { Watcher } from '../../delivery/discord-port.ts';
import type { Greet } from '../../delivery/subscriptions/greeter.ts';
import { renderForm } from '../../messages/parts/controls/form.ts';
import type { Places } from '../places.ts';
import { localeOf, personOf, placeOf, type ReadInteraction, readInteraction } from './interactions.ts';
import type { PendingReplies } from './pending-replies.ts';
import { InteractionReply, type Manner } from './reply.ts';

/** The bot's door as Discord needs it. */
export interface DiscordDoor {
  readonly commands: ReadonlyMap<string, Pick<Command, 'isPrivate'>>;
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  readonly turns: Turns;
  /** Before both are ready, an answer that has to wait for one of them is put off at once. */
  readonly archive: { readonly isReady: boolean };
  readonly search: { readonly isReady: boolean };
  /** Told of every answer: the command's name (or `button`, or `message`), and how long it took in seconds. */
  readonly answered?: (what: string, seconds: number) => void;
  readonly watcher?: Watcher;
  readonly greet?: Greet;
  /** Reads from the gateway what channels and roles are. */
  readonly places?: Places;
}

/** Answers what people do in Discord: commands, buttons, menus, forms. */
export class Interactions {
  readonly #door: DiscordDoor;
  readonly #open: PendingReplies;
  readonly #log: Logger;

  constructor(door: DiscordDoor, open: PendingReplies, log: Logger) {
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

  /** Suggestions that cannot come in time are none: the person types on, and is asked for others. */
  async #offer(reply: InteractionReply, interaction: APIInteraction, asked: Of<'suggest'>): Promise<void> {
    const asker = askerOf(interaction);
    const isTurn = await this.#door.turns.soon(turnOf(interaction));
    const choices = isTurn ? await this.#door.suggest({ ...asked, ...asker }) : [];
    await reply.callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
  }

  async #run(reply: InteractionReply, interaction: APIInteraction, asked: Of<'command'>): Promise<void> {
    const { command, options } = asked;
    const asker = askerOf(interaction);
    const isPrivate = this.#door.commands.get(command)?.isPrivate === true;
    const hidden = asked.hidden || isPrivate || options[PRIVATE] === true;
    const manner = { hidden, here: false };
    if (!(await this.#door.turns.soon(turnOf(interaction)))) await this.#putOff(reply, interaction, manner);
    await this.#send(reply, this.#door.responder.ask({ command, options, ...asker }), manner);
  }

  async #press(reply: InteractionReply, interaction: APIInteraction, asked: Of<'button'>): Promise<void> {
    const { customId, picked, controls } = asked;
    const { responder } = this.#door;
    const asker = askerOf(interaction);
    const isTurn = await this.#door.turns.soon(turnOf(interaction));
    const invocation = await responder.read(customId, picked, asker.now);
    if (invocation?.form !== undefined && interaction.type === InteractionType.MessageComponent) {
      const form = renderForm(invocation, customId, asker.locale);
      await reply.callback(InteractionResponseType.Modal, form);
      return;
    }
    const hidden = asked.ephemeral || !asked.own;
    const manner = { hidden, here: asked.own && invocation?.here === true };
    if (!isTurn) await this.#putOff(reply, interaction, manner);
    await this.#send(reply, responder.press({ invocation, controls, ...asker }), manner);
  }

  /** Tells Discord that the answer comes later, then waits for its turn. */
  async #putOff(reply: InteractionReply, interaction: APIInteraction, manner: Manner): Promise<void> {
    await reply.putOff(manner);
    await this.#door.turns.patient(turnOf(interaction));
    // A stop that waits no longer closes the store as well.
    this.#open.signal.throwIfAborted();
  }

  async #send(reply: InteractionReply, answer: Promise<Reply>, manner: Manner): Promise<void> {
    const { archive, search } = this.#door;
    await reply.send(answer, manner, archive.isReady && search.isReady);
  }
}

/** People take turns; what nobody did stands alone. */
function turnOf(interaction: APIInteraction): string {
  return personOf(interaction) ?? interaction.id;
}

type Of<Kind extends ReadInteraction['kind']> = Extract<ReadInteraction, { kind: Kind }>;

/** Who asks, when, where and in which language. */
function askerOf(interaction: APIInteraction) {
  return {
    locale: localeOf(interaction),
    now: Temporal.Now.instant(),
    place: placeOf(interaction),
    asker: personOf(interaction),
  };
}
