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

export interface DiscordDoor {
  readonly commands: ReadonlyMap<string, Pick<Command, 'isPrivate'>>;
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  readonly turns: Turns;
  /** Until both are ready, slow answers are deferred at once. */
  readonly archive: { readonly isReady: boolean };
  readonly search: { readonly isReady: boolean };
  /** Called after each answer with the command (or `button`, or `message`) and the seconds it took. */
  readonly answered?: (what: string, seconds: number) => void;
  readonly watcher?: Watcher;
  readonly greet?: Greet;
  readonly places?: Places;
}

export class Interactions {
  readonly #door: DiscordDoor;
  readonly #open: PendingReplies;
  readonly #log: Logger;

  constructor(door: DiscordDoor, open: PendingReplies, log: Logger) {
    this.#door = door;
    this.#open = open;
    this.#log = log;
  }

  /** Also answers interactions that arrive before the client is ready. */
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

  /** Sends suggestions, or none if they would be late: Discord asks again as the person types. */
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
    if (!(await this.#door.turns.soon(turnOf(interaction)))) await this.#defer(reply, interaction, manner);
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
    const isPrivate = this.#door.commands.get(invocation?.command ?? '')?.isPrivate === true;
    const hidden = asked.ephemeral || !asked.own || isPrivate;
    const manner = { hidden, here: asked.own && invocation?.here === true };
    if (!isTurn) await this.#defer(reply, interaction, manner);
    await this.#send(reply, responder.press({ invocation, controls, ...asker }), manner);
  }

  async #defer(reply: InteractionReply, interaction: APIInteraction, manner: Manner): Promise<void> {
    await reply.defer(manner);
    await this.#door.turns.patient(turnOf(interaction));
    // After a stop the store is closed too.
    this.#open.signal.throwIfAborted();
  }

  async #send(reply: InteractionReply, answer: Promise<Reply>, manner: Manner): Promise<void> {
    const { archive, search } = this.#door;
    await reply.send(answer, manner, archive.isReady && search.isReady);
  }
}

/** Requests take turns by person, or by interaction if Discord names nobody. */
function turnOf(interaction: APIInteraction): string {
  return personOf(interaction) ?? interaction.id;
}

type Of<Kind extends ReadInteraction['kind']> = Extract<ReadInteraction, { kind: Kind }>;

function askerOf(interaction: APIInteraction) {
  return {
    locale: localeOf(interaction),
    now: Temporal.Now.instant(),
    place: placeOf(interaction),
    asker: personOf(interaction),
  };
}
