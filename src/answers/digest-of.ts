import type { Day } from '../archive/paper.ts';
import type { Asked } from '../questions/answer-question.ts';
import type { Answer } from './answer.ts';
import { pageOf } from './page.ts';
import { sumOfVotes } from './post.ts';
import { countedIn } from './vote-dates.ts';

/** A day's digest, or the newest one before it; the answer says which it is. */
export function digestOf(day: Day, { library: { archive, today }, calendar, page }: Asked): Answer {
  const date = archive.latest(day) ?? calendar.first;
  const ranked = archive.ranked(date);
  return {
    kind: 'digest',
    date,
    asked: day,
    today,
    votes: sumOfVotes(ranked),
    counted: countedIn(ranked),
    isFinal: archive.digest(date)?.isFinal ?? true,
    page: pageOf(ranked, page),
    again: { command: 'today', options: { date } },
    earlier: archive.earlier(date),
    later: archive.later(date),
  };
}
