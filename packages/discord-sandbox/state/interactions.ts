import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord-api-types/v10';
import { discordError } from '../rest/errors.ts';
import type { Interaction, Outcome } from './interaction.ts';
import { guildOf, IDS, type State } from './state.ts';
import type { Channel, InteractionMetadata } from './types.ts';

/** How long an answered interaction takes edits and follow-ups. @see Discord docs, Receiving and Responding */
const TOKEN_LIFETIME = 15 * 60_000;

/** Bounds the memory when many interactions come within a token's lifetime. */
const INTERACTIONS_KEPT = 1000;

export type Beginning = Pick<Interaction, 'type' | 'person' | 'channel' | 'data'> &
  Partial<Pick<Interaction, 'commandName' | 'source' | 'target' | 'opener' | 'locale'>>;

/**
 * Begins an interaction, sends it to the bot and resolves with what the person sees, at the latest after `deadline`
 * milliseconds with `failed`, after which the bot's answer is refused as Discord refuses it (10062).
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

/** The interaction a callback is for, or 10062 (unknown or too late) or 40060 (answered already). */
export function waitingInteraction(state: State, id: string, token: string): Interaction {
  const interaction = state.interactions.get(id);
  if (!interaction || interaction.token !== token) throw discordError('unknownInteraction');
  if (interaction.status === 'answered') throw discordError('alreadyAcknowledged');
  return interaction;
}

/** The interaction whose token a webhook request carries, or 10015 or 50027. */
export function answeredInteraction(state: State, applicationId: string, token: string): Interaction {
  if (applicationId !== IDS.application) throw discordError('unknownWebhook');
  const interaction = state.interactions.get(idIn(token));
  if (interaction?.token !== token || interaction.status !== 'answered') throw discordError('unknownWebhook');
  if (Date.now() - interaction.createdAt > TOKEN_LIFETIME) throw discordError('invalidWebhookToken');
  return interaction;
}

/** Discord's tokens hold the interaction's id too, which finds it without a search. */
function newToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(32).toString('base64url')}`).toString('base64url');
}

function idIn(token: string): string {
  return Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
}

/** What a message says about the interaction it answers. */
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

/** The bot is installed to the server (key 0), which a direct message says with "0". */
export function ownersOf(channel: Channel): Record<string, string> {
  return { '0': guildOf(channel) ?? '0' };
}

/** Tokens end after fifteen minutes, or earlier when very many follow; insertion order is age. */
function forgetOld(state: State, now: number): void {
  for (const [id, { createdAt }] of state.interactions) {
    if (now - createdAt <= TOKEN_LIFETIME && state.interactions.size < INTERACTIONS_KEPT) break;
    state.interactions.delete(id);
  }
}
