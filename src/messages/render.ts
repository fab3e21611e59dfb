import type { Answer } from '../answers/answer.ts';
import type { Language } from '../language.ts';
import { renderAuthor } from './cards/author.ts';
import { renderFacts } from './cards/facts.ts';
import { renderFound } from './cards/found.ts';
import { renderNamed } from './cards/named.ts';
import { renderPaper } from './cards/paper.ts';
import { renderPassages } from './cards/passages.ts';
import { renderChoice } from './lists/choice.ts';
import { renderDigest } from './lists/digest.ts';
import { renderHelp } from './lists/help.ts';
import { renderNotice } from './lists/notice.ts';
import { renderPermissions } from './lists/permissions.ts';
import { renderRefusal } from './lists/refusal.ts';
import { renderTop } from './lists/top.ts';
import { renderTrends } from './lists/trends.ts';
import type { Rendered } from './message.ts';
import { withFollowUp } from './parts/controls/follow-up.ts';
import { renderCitations } from './people/citations.ts';
import { renderPersonal, renderPersonalExport } from './people/personal.ts';
import { renderSave } from './people/save.ts';
import { renderSaved } from './people/saved.ts';
import { renderFollowChoices, renderFollowing } from './post/following.ts';
import { renderNews } from './post/news.ts';
import { renderPost } from './post/post.ts';
import { renderPosted } from './post/posted.ts';
import { renderPreview } from './post/preview.ts';
import { renderSubscription } from './post/subscription.ts';
import { renderSubscriptions } from './post/subscriptions.ts';

export type { MessageJson, Rendered } from './message.ts';

/** Renders an answer as Discord messages in the reader's language, always within Discord's limits. */
export function render(answer: Answer, locale: Language): Rendered {
  const rendered = written(answer, locale);
  // Without a result there is nothing to follow up.
  if (answer.kind === 'refusal' || answer.kind === 'notice') return rendered;
  return withFollowUp(rendered, answer.followUp, locale);
}

function written(answer: Answer, locale: Language): Rendered {
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
    case 'following':
      return renderFollowing(answer, locale);
    case 'follow-choices':
      return renderFollowChoices(answer, locale);
    case 'news':
      return renderNews(answer, locale);
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
    case 'citations':
      return renderCitations(answer, locale);
    case 'save':
      return renderSave(answer, locale);
    case 'saved':
      return renderSaved(answer, locale);
    case 'personal':
      return renderPersonal(answer, locale);
    case 'personal-export':
      return renderPersonalExport(answer, locale);
    case 'trends':
      return renderTrends(answer, locale);
    case 'help':
      return renderHelp(answer, locale);
    case 'notice':
      return renderNotice(answer, locale);
    default:
      return answer satisfies never;
  }
}
