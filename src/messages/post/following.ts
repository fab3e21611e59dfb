import type { AnswerOf } from '../../answers/answer.ts';
import { followOf, writeFollow } from '../../answers/follow.ts';
import { zoneLabel } from '../../delivery/rules/zones.ts';
import type { PaperFilter } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { button } from '../parts/controls/components.ts';
import { pageButtons } from '../parts/list.ts';
import { relative } from '../parts/subscription.ts';
import { escapeText } from '../parts/text/escape.ts';
import { nameText } from '../parts/text/format.ts';
import { cut } from '../parts/text/truncate.ts';

const LABEL_MAX = 40;
const NAME_MAX = 100;

/** What is followed, and its kind: author, organization or topic. */
export function followText(filter: PaperFilter, locale: Language): string {
  const { what, value } = followOf(filter);
  const name = { markdown: cut(escapeText(nameText(value, locale)), NAME_MAX) };
  return tell('follow.followed', locale, { name, kind: tell(`follow.kinds.${what}`, locale) });
}

/** What a person follows, and when the next message comes or why none does. */
export function renderFollowing(answer: AnswerOf<'following'>, locale: Language): Rendered {
  const { event, filter, subscription, page, next } = answer;
  const what = { markdown: filter === null ? '' : followText(filter, locale) };
  const lines = [
    ...(event === 'list' ? [] : [tell(`follow.events.${event}`, locale, { what })]),
    ...(event === 'followed' || event === 'already'
      ? []
      : page.items.map((one) => `• ${followText(one, locale)}`)),
    ...(subscription === null ? [tell('follow.none', locale)] : [whenText(answer, locale)]),
    ...(subscription?.state === 'suspended' ? [tell('follow.suspended', locale)] : []),
    ...(next === null ? [] : [tell('follow.next', locale, { time: relative(next) })]),
  ];
  const title = tell('follow.title', locale, { count: page.total });
  const embed = { title, description: lines.join('\n'), color: COLOURS.info };
  if (event === 'followed' || event === 'already')
    return card(embed, [[button(tellPlain('follow.list', locale), 'following')]]);
  return card(embed, [
    page.items.map((one) => {
      const follow = followOf(one);
      const name = cut(nameText(follow.value, locale), LABEL_MAX);
      const label = tellPlain('follow.remove', locale, { name });
      return button(label, 'following', { remove: writeFollow(follow) }, 'here');
    }),
    pageButtons(page, { command: 'following', options: {} }, 'page', locale),
  ]);
}

function whenText({ subscription }: AnswerOf<'following'>, locale: Language): string {
  const { time = '', zone = 'UTC' } = subscription ?? {};
  return tell('follow.when', locale, {
    time: { markdown: time },
    zone: { markdown: escapeText(zoneLabel(zone)) },
  });
}

/** A menu of what can be followed of a paper. */
export function renderFollowChoices({ choices }: AnswerOf<'follow-choices'>, locale: Language): Rendered {
  if (choices.length === 0) return card({ description: tell('follow.nothing', locale), color: COLOURS.info });
  const menu = {
    placeholder: tellPlain('follow.pick', locale),
    invocation: { command: 'follow paper', options: {}, pick: 'what', here: true },
    options: choices.map((follow) => ({
      label: nameText(follow.value, locale),
      description: tellPlain(`follow.kinds.${follow.what}`, locale),
      value: writeFollow(follow),
    })),
  };
  return card({ description: tell('follow.which', locale), color: COLOURS.info }, [menu]);
}
