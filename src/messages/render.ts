import type { Answer, AnswerOf } from '../answers/answer.ts';
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
import { renderRefusal } from './lists/refusal.ts';
import { renderTop } from './lists/top.ts';
import { renderTrends } from './lists/trends.ts';
import type { Rendered } from './message.ts';
import { withFollowUp } from './parts/controls/form.ts';
import { renderCitations } from './people/citations.ts';
import { renderPersonal, renderPersonalExport } from './people/personal.ts';
import { renderSave, renderSaved } from './people/saved.ts';
import { renderFollowChoices, renderFollowing } from './post/following.ts';
import { renderNews } from './post/news.ts';
import { renderPost } from './post/post.ts';
import {
  renderPermissions,
  renderPosted,
  renderPreview,
  renderSubscription,
  renderSubscriptions,
} from './post/subscription.ts';

type Kind = Answer['kind'];

const RENDERERS: { readonly [One in Kind]: (answer: AnswerOf<One>, locale: Language) => Rendered } = {
  digest: renderDigest,
  post: renderPost,
  top: renderTop,
  paper: renderPaper,
  author: renderAuthor,
  choice: renderChoice,
  subscription: renderSubscription,
  subscriptions: renderSubscriptions,
  preview: renderPreview,
  posted: renderPosted,
  permissions: renderPermissions,
  following: renderFollowing,
  'follow-choices': renderFollowChoices,
  news: renderNews,
  facts: renderFacts,
  passages: renderPassages,
  refusal: renderRefusal,
  found: renderFound,
  named: renderNamed,
  citations: renderCitations,
  save: renderSave,
  saved: renderSaved,
  personal: renderPersonal,
  'personal-export': renderPersonalExport,
  trends: renderTrends,
  help: renderHelp,
  notice: renderNotice,
};

/** Renders an answer as Discord messages in the reader's language, always within Discord's limits. */
export function render(answer: Answer, locale: Language): Rendered {
  const rendered = written(answer, locale);
  // Without a result there is nothing to follow up.
  if (answer.kind === 'refusal') return rendered;
  return withFollowUp(rendered, answer.followUp, locale);
}

/** Takes one kind at a time: the compiler then knows that renderer and answer go together. */
function written<One extends Kind>(
  answer: { [Each in One]: AnswerOf<Each> }[One],
  locale: Language,
): Rendered {
  return RENDERERS[answer.kind](answer, locale);
}
