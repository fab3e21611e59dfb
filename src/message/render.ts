import type { Answer } from '../ask/answer.ts';
import { withFollowUp } from './follow-up.ts';
import type { Locale, Rendered } from './message.ts';
import { renderAuthor } from './render/author.ts';
import { renderChoice } from './render/choice.ts';
import { renderDigest } from './render/digest.ts';
import { renderFacts } from './render/facts.ts';
import { renderFound } from './render/found.ts';
import { renderHelp } from './render/help.ts';
import { renderNamed } from './render/named.ts';
import { renderNotice } from './render/notice.ts';
import { renderPaper } from './render/paper.ts';
import { renderPassages } from './render/passages.ts';
import { renderPermissions } from './render/permissions.ts';
import { renderPost } from './render/post.ts';
import { renderPosted } from './render/posted.ts';
import { renderPreview } from './render/preview.ts';
import { renderRefusal } from './render/refusal.ts';
import { renderSubscription } from './render/subscription.ts';
import { renderSubscriptions } from './render/subscriptions.ts';
import { renderTop } from './render/top.ts';

export type { Locale, MessageJson, Rendered } from './message.ts';

/** Writes an answer as Discord messages in the reader's language, always within Discord's limits. */
export function render(answer: Answer, locale: Locale): Rendered {
  return withFollowUp(written(answer, locale), answer.followUp, locale);
}

function written(answer: Answer, locale: Locale): Rendered {
  switch (answer.kind) {
    case 'digest':
      return renderDigest(answer, locale);
    case 'post':
      return renderPost(answer, locale);
    case 'top':
      return renderTop(answer, locale);
    case 'paper':
      return renderPaper(answer, locale);
    case 'author':
      return renderAuthor(answer, locale);
    case 'choice':
      return renderChoice(answer, locale);
    case 'subscription':
      return renderSubscription(answer, locale);
    case 'subscriptions':
      return renderSubscriptions(answer, locale);
    case 'preview':
      return renderPreview(answer, locale);
    case 'posted':
      return renderPosted(answer, locale);
    case 'permissions':
      return renderPermissions(answer, locale);
    case 'facts':
      return renderFacts(answer, locale);
    case 'passages':
      return renderPassages(answer, locale);
    case 'refusal':
      return renderRefusal(answer, locale);
    case 'found':
      return renderFound(answer, locale);
    case 'named':
      return renderNamed(answer, locale);
    case 'help':
      return renderHelp(answer, locale);
    case 'notice':
      return renderNotice(answer, locale);
    default:
      return answer satisfies never;
  }
}
