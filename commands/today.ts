import { z } from 'zod';
import { pageOf } from '../src/answers/page.ts';
import { sumOfVotes } from '../src/answers/post.ts';
import { countedIn } from '../src/answers/vote-dates.ts';
import { type Context, defineCommand, type Suggestion } from '../src/bot/command.ts';
import { hidden, ofButton, page, text } from '../src/bot/options.ts';
import { SUGGESTIONS, withCount } from '../src/bot/suggestions.ts';
import { UserError } from '../src/errors.ts';
import { readDay } from '../src/questions/dates/read-day.ts';

export default defineCommand({
  name: 'today',
  isTool: true,
  options: z.strictObject({
    date: text().optional(),
    page: page().meta(hidden),
    /** The post whose button was pressed. */
    post: text().optional().meta(ofButton),
  }),
  suggest: { date: suggestDays },
  run: ({ date, page }, { archive, today }) => {
    const asked = date === undefined ? today : readDay(date, today);
    if (asked === null) throw new UserError('errors.date.unreadable', { value: date ?? '' });
    const { first } = archive.totals();
    if (first === null) throw new UserError('errors.archive.empty');
    const day = archive.latest(asked);
    if (day === null) throw new UserError('errors.today.before', { date: asked, first });
    const ranked = archive.ranked(day);
    return {
      kind: 'digest',
      date: day,
      asked,
      today,
      votes: sumOfVotes(ranked),
      counted: countedIn(ranked),
      isFinal: archive.digest(day)?.isFinal ?? true,
      page: pageOf(ranked, page),
      again: { command: 'today', options: { date: day } },
      earlier: archive.earlier(day),
      later: archive.later(day),
    };
  },
});

/** The newest days that begin as typed, or the day that the words mean. */
function suggestDays(typed: string, { archive, today }: Context): Suggestion[] {
  const meant = readDay(typed, today);
  const days = archive.days().toReversed();
  const fitting = days.filter((day) => day === meant || day.startsWith(typed.trim()));
  return fitting
    .slice(0, SUGGESTIONS)
    .map((day) => withCount({ name: day, papers: archive.ranked(day).length }));
}
