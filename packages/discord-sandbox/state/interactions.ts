import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord-api-types/v10';
import { discordError } from '../rest/errors.ts';
import type { Interaction, Outcome } from './interaction.ts';
import { guildOf, IDS, type State } from './state.ts';
import type { Channel, InteractionMetadata } from './types.ts';

/** Milliseconds for which an interaction accepts edits and follow-ups. @see Discord docs, Receiving and Responding */
const TOKEN_LIFETIME = 15 * 60_000;

/** The most interactions kept, to bound the memory when many come within a token's lifetime. */
const INTERACTIONS_KEPT = 1000;

type Beginning = Pick<Interaction, 'type' | 'person' | 'channel' | 'data'> &
  Partial<Pick<Interaction, 'commandName' | 'source' | 'target' | 'opener' | 'locale'>>;

/**
 * Sends an interaction to the bot and resolves with what the person sees. After `deadline` milliseconds without an answer
 * it resolves with `failed`, and a later answer is refused as Discord does (10062).
 */
export function interact(state: State, beginning: Beginning, deadline: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const id = state.nextId();
    const createdAt = Date.now();
    const started = performance.now();
    const timer = setTimeout(() => {
      interaction.status = 'expired';
      state.interactions.delete(id);
      interaction.settle({ kind: 'failed', reason: 'did not respond' });
    }, deadline);
    const interaction: Interaction = {
      id,
      token: newToken(id),
      createdAt,
      commandName: undefined,
      source: undefined,
      target: undefined,
      opener: undefined,
      locale: beginning.person.locale,
      ...beginning,
      status: 'waiting',
      deferred: null,
      originalId: null,
      modal: undefined,
      messageIds: new Set(),
      settle: (result) => {
        clearTimeout(timer);
        const outcome = { ...result, interactionId: id, ms: performance.now() - started };
        state.events.emit('answer', { interaction, outcome });
        resolve(outcome);
      },
    };
    forgetOld(state, createdAt);
    state.interactions.set(id, interaction);
    state.events.emit('interaction', interaction);
  });
}

/** Finds the interaction of a callback. Throws 10062 if it is unknown or too late, 40060 if it was already answered. */
export function waitingInteraction(state: State, id: string, token: string): Interaction {
  const interaction = state.interactions.get(id);
  if (!interaction || interaction.token !== token) throw discordError('unknownInteraction');
  if (interaction.status === 'answered') throw discordError('alreadyAcknowledged');
  return interaction;
}

/** Finds the interaction of a webhook request by its token. Throws 10015 if unknown, 50027 if the token has expired. */
export function answeredInteraction(state: State, applicationId: string, token: string): Interaction {
  if (applicationId !== IDS.application) throw discordError('unknownWebhook');
  const interaction = state.interactions.get(idIn(token));
  if (interaction?.token !== token || interaction.status !== 'answered') throw discordError('unknownWebhook');
  if (Date.now() - interaction.createdAt > TOKEN_LIFETIME) throw discordError('invalidWebhookToken');
  return interaction;
}

/** Makes a token. Like Discord's, it contains the interaction's id, by which the interaction is found. */
function newToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(32).toString('base64url')}`).toString('base64url');
}

function idIn(token: string): string {
  return Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
}

/** The metadata in a message about the interaction that it answers. */
export function metadataOf(interaction: Interaction, followUpTo?: string): InteractionMetadata {
  return {
    id: interaction.id,
    type: interaction.type,
    user: interaction.person.user,
    authorizing_integration_owners: ownersOf(interaction.channel),
    ...(followUpTo ? { original_response_message_id: followUpTo } : {}),
    ...(interaction.type === InteractionType.MessageComponent && interaction.source
      ? { interacted_message_id: interaction.source.id }
      : {}),
    ...(interaction.target ? { target_message_id: interaction.target.id } : {}),
    ...(interaction.opener ? { triggering_interaction_metadata: metadataOf(interaction.opener) } : {}),
  };
}

/** Says that the bot is installed to the server (key 0); in a direct message Discord sends "0" as the server's id. */
export function ownersOf(channel: Channel): Record<string, string> {
  return { '0': guildOf(channel) ?? '0' };
}

/** Drops interactions whose tokens have expired, and the oldest if there are too many. They are in order of age. */
function forgetOld(state: State, now: number): void {
  for (const [id, { createdAt }] of state.interactions) {
    if (now - createdAt <= TOKEN_LIFETIME && state.interactions.size < INTERACTIONS_KEPT) break;
    state.interactions.delete(id);
  }
}
