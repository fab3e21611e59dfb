import type { CommandUsage } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { hasText, say, tell } from '../locale.ts';
import { en } from '../locales/en/index.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { range } from '../parts/text/dates.ts';
import { escapeLabel, escapeText } from '../parts/text/escape.ts';
import { SUMMARIES } from '../parts/text/links.ts';
import { cut } from '../parts/text/truncate.ts';

/** What the bot can do, what it holds, where that comes from and what is stored of people. */
export function renderHelp({ totals, commands }: AnswerOf<'help'>, locale: Language): Rendered {
  const lines = [
    tell('help.intro', locale),
    ...inOrder(commands).map((command) => usage(command, locale)),
    tell('help.talk', locale),
  ];
  const archive = { markdown: `[${escapeLabel('l-yohai/daily_papers_ko')}](${SUMMARIES})` };
  return compose({
    embeds: [
      {
        title: tell('help.title', locale),
        description: cut(lines.join('\n\n'), EMBED_DESCRIPTION_MAX),
        color: COLOURS.info,
        fields: [
          { name: tell('help.holds', locale), value: holdings(totals, locale) },
          { name: tell('help.source', locale), value: tell('help.sourceText', locale, { archive }) },
          { name: tell('help.privacy', locale), value: tell('help.privacyText', locale) },
        ],
      },
    ],
  });
}

/** The commands as the texts have them, most useful first; others behind. */
function inOrder(commands: readonly CommandUsage[]): CommandUsage[] {
  const known = Object.keys(en.commands);
  const placeOf = ({ name }: CommandUsage): number =>
    known.includes(name) ? known.indexOf(name) : known.length;
  return commands.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * A command with its options in brackets, and below it what it does. Where Discord shows it under a name in the
 * reader's language, its own name stands behind: both can be typed.
 */
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

function textOr(key: string, other: string, locale: Language): string {
  return hasText(key) ? say({ key }, locale) : other;
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
