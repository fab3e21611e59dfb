import type { AnswerOf, CommandUsage } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { tell, textOr } from '../locale.ts';
import { en } from '../locales/en/index.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { range } from '../parts/text/dates.ts';
import { escapeLabel, escapeText } from '../parts/text/escape.ts';
import { SUMMARIES } from '../parts/text/links.ts';
import { cut } from '../parts/text/truncate.ts';

/** The commands, what the archive has and from where, and what is stored about people. */
export function renderHelp({ totals, commands }: AnswerOf<'help'>, locale: Language): Rendered {
  const lines = [
    tell('help.intro', locale),
    ...inOrder(commands).map((command) => usage(command, locale)),
    tell('help.talk', locale),
  ];
  const archive = { markdown: `[${escapeLabel('l-yohai/daily_papers_ko')}](${SUMMARIES})` };
  return card({
    title: tell('help.title', locale),
    description: cut(lines.join('\n\n'), EMBED_DESCRIPTION_MAX),
    color: COLOURS.info,
    fields: [
      { name: tell('help.holds', locale), value: holdings(totals, locale) },
      { name: tell('help.source', locale), value: tell('help.sourceText', locale, { archive }) },
      { name: tell('help.privacy', locale), value: tell('help.privacyText', locale) },
    ],
  });
}

/** Commands in the order of the texts, most useful first; commands without texts come last. */
function inOrder(commands: readonly CommandUsage[]): CommandUsage[] {
  const known = Object.keys(en.commands);
  const placeOf = ({ name }: CommandUsage): number =>
    known.includes(name) ? known.indexOf(name) : known.length;
  return commands.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** A command with its options in brackets; below it what it does. Shows its English name too: both can be typed. */
function usage({ name, options, subcommands }: CommandUsage, locale: Language): string {
  const words = [
    ...options.map((option) => `[${textOr(`commands.${name}.options.${option}.name`, option, locale)}]`),
    subcommands.map((one) => textOr(`commands.${name}.${one}.name`, one, locale)).join(' | '),
  ];
  const shown = textOr(`commands.${name}.name`, name, locale);
  const typed = `**/${escapeText(shown)}** ${escapeText(words.join(' '))}`.trim();
  const own = shown === name ? '' : ` · /${escapeText(name)}`;
  return `${typed}${own}\n${textOr(`commands.${name}.description`, '', locale)}`.trim();
}

function holdings({ papers, digests, first, last }: AnswerOf<'help'>['totals'], locale: Language): string {
  if (first === null || last === null) return tell('help.nothingHeld', locale);
  const held = tell('help.held', locale, {
    papers: tell('papers.count', locale, { count: papers }),
    digests: tell('help.digests', locale, { count: digests }),
    range: range(first, last, locale),
  });
  return `${held}\n${tell('help.summaries', locale)}`;
}
