import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import type { AnswerOf, Rendered } from '../message.ts';
import { channelMention } from '../parts/subscription.ts';
import { renderPost } from './post.ts';

/** A remark for the one who asks, in their language, then the post just as the channel would get it, in its own. */
export function renderPreview({ subscription, post }: AnswerOf<'preview'>, locale: Language): Rendered {
  const { messages, keep } = renderPost(post, subscription.locale);
  const remark = tell('subscription.preview', locale, { channel: channelMention(subscription.channelId) });
  const head = { content: remark, embeds: [], components: [], allowed_mentions: { parse: [] } };
  return { messages: [head, ...messages], keep };
}
