import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../../state/interaction.ts';
import { answeredInteraction, waitingInteraction } from '../../state/interactions.ts';
import { guildOf, type State } from '../../state/state.ts';
import { idOf } from '../access.ts';
import { type Answered, answer, answerMessage, deleteAnswer, editAnswer, followUp } from '../answers.ts';
import { readBody } from '../body.ts';
import type { RestApp } from './app.ts';

/** Callbacks and follow-ups, which carry their own token. @see Discord docs, Receiving and Responding */
export function interactionRoutes(app: RestApp, state: State): void {
  app.post('/interactions/:id/:token/callback', async (c) => {
    const { id, token } = c.req.param();
    const body = await readBody(c);
    const interaction = waitingInteraction(state, idOf('interaction_id', id), token);
    const answered = answer(state, interaction, body);
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json(callbackResponse(interaction, answered));
  });

  const webhook = '/webhooks/:app/:token';
  const of = ({ app: application, token }: { app: string; token: string }) =>
    answeredInteraction(state, idOf('webhook_id', application), token);
  const messageId = (id: string) => (id === '@original' ? id : idOf('message_id', id));

  app.post(webhook, async (c) => {
    const body = await readBody(c);
    return c.json(followUp(state, of(c.req.param()), body));
  });
  app.get(`${webhook}/messages/:message`, (c) =>
    c.json(answerMessage(state, of(c.req.param()), messageId(c.req.param('message'))).message),
  );
  app.patch(`${webhook}/messages/:message`, async (c) => {
    const body = await readBody(c);
    return c.json(editAnswer(state, of(c.req.param()), messageId(c.req.param('message')), body));
  });
  app.delete(`${webhook}/messages/:message`, (c) => {
    deleteAnswer(state, of(c.req.param()), messageId(c.req.param('message')));
    return c.body(null, 204);
  });
}

/** @see Discord docs, Receiving and Responding, Interaction Callback Response Object */
function callbackResponse({ id, type, channel }: Interaction, answered: Answered) {
  const { message } = answered;
  const guild = guildOf(channel);
  const shown = message !== undefined && answered.type !== InteractionResponseType.DeferredMessageUpdate;
  return {
    interaction: {
      id,
      type,
      channel_id: channel.id,
      ...(guild ? { guild_id: guild } : {}),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: Boolean(message.flags & MessageFlags.Loading),
            response_message_ephemeral: Boolean(message.flags & MessageFlags.Ephemeral),
          }
        : {}),
    },
    ...(shown ? { resource: { type: answered.type, message } } : {}),
  };
}
