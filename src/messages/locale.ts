import { createInstance } from 'i18next';
import { editionSpan } from '../delivery/rules/editions.ts';
import type { Text } from '../errors.ts';
import { inEachLanguage, LANGUAGES, type Language, languageOfTag } from '../language.ts';
import { FORMATS, number, TEXTS } from './locales/index.ts';
import type { TextKey } from './locales/translation.ts';
import { day, month, wholePeriod } from './parts/text/dates.ts';
import { clean, escapeText } from './parts/text/escape.ts';

/** Markdown made by our own code, to be inserted into a text without escaping. */
interface Markdown {
  readonly markdown: string;
}

type Values = Readonly<Record<string, string | number | Markdown>>;

/** Two namespaces: texts with their Markdown, and without it for places that do not show Markdown. */
const i18n = createInstance();
void i18n.init({
  resources: inEachLanguage((language) => ({
    markdown: TEXTS[language],
    plain: withoutMarks(TEXTS[language]),
  })),
  ns: ['markdown', 'plain'],
  defaultNS: 'markdown',
  supportedLngs: LANGUAGES,
  fallbackLng: false,
  initAsync: false,
  nsSeparator: false,
  // We escape values for Discord ourselves; i18next would escape them for HTML.
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => '',
});
i18n.services.pluralResolver.getSuffix = (language: string, count: number) =>
  `_${FORMATS[languageOfTag(language)].plural(count)}`;

type Formatter = (value: string, language: Language, options: Readonly<Record<string, unknown>>) => string;

/** What a text may write behind a value's name: `{{date, day}}`. */
const FORMATTERS: Readonly<Record<string, Formatter>> = {
  month,
  day,
  edition(value, language) {
    const { from, to } = editionSpan(value);
    return wholePeriod(from, to, language);
  },
  command: commandText,
  commands: (value, language) => listed(value, (one) => `/${commandText(one.replace('/', ''), language)}`),
  option: (value, language, { command }) =>
    listed(value, (one) => optionText(String(command ?? ''), one, language)),
  choice: (value, language, { command, option }) =>
    listed(value, (one) => choiceText(String(command ?? ''), String(option ?? ''), one, language)),
};
// i18next's own number formatter would take a third of the time to render a post.
i18n.services.formatter?.add('number', (value, tag) =>
  typeof value === 'number' ? number(value, languageOfTag(tag)) : String(value ?? ''),
);
for (const [name, format] of Object.entries(FORMATTERS))
  i18n.services.formatter?.add(name, (value, tag, options) =>
    format(String(value ?? ''), languageOfTag(tag), options),
  );

const texts = inEachLanguage((language) => i18n.getFixedT(language, 'markdown'));
const plainTexts = inEachLanguage((language) => i18n.getFixedT(language, 'plain'));

/** @returns the text in Discord Markdown, with its values escaped; the key itself if there is no such text */
export function say({ key, values }: Text, locale: Language): string {
  return texts[locale](key, mapped(values, escapeText));
}

/** `say` for places without Markdown (buttons, menus, footers): values are not escaped, but put on one line. */
export function sayPlain({ key, values }: Text, locale: Language): string {
  return plainTexts[locale](key, mapped(values, clean));
}

/** `say` for our own texts: the compiler checks the key, and `{ markdown }` values are not escaped. */
export function tell(key: TextKey, locale: Language, values?: Values): string {
  return texts[locale](key, mapped(values, escapeText));
}

/** `tell` for places without Markdown. */
export function tellPlain(key: TextKey, locale: Language, values?: Values): string {
  return plainTexts[locale](key, mapped(values, clean));
}

/** A text without values in all languages, for the registration of commands. */
export function localized(key: string): Record<Language, string> {
  return inEachLanguage((language) => texts[language](key));
}

/** A command's name in a language: `digest status`, `구독 상태`. Returns an unknown name as it is. */
export function commandText(name: string, locale: Language): string {
  const words = name.split(' ');
  return words
    .map((word, place) => textOr(`commands.${words.slice(0, place + 1).join('.')}.name`, word, locale))
    .join(' ');
}

function optionText(command: string, option: string, locale: Language): string {
  return textOr(`${optionKey(command, option)}.name`, option, locale);
}

function choiceText(command: string, option: string, choice: string, locale: Language): string {
  // English choices are typed under their names in code.
  return locale === 'en' ? choice : textOr(`${optionKey(command, option)}.choices.${choice}`, choice, locale);
}

/** The key of an option's texts. Removes the backslashes of Markdown: values come as `min\\_votes`. */
function optionKey(command: string, option: string): string {
  return `commands.${command.replaceAll(' ', '.')}.options.${option.replaceAll('\\', '')}`;
}

export function textOr(key: string, other: string, locale: Language): string {
  return hasText(key) ? texts[locale](key) : other;
}

/** Translates each name in a list with commas. */
function listed(value: string, called: (name: string) => string): string {
  return value.split(', ').map(called).join(', ');
}

/** Whether this key has a text in every language. */
export function hasText(key: string): key is TextKey {
  return Object.values(TEXTS).every((resources) => holds(resources, key) || holds(resources, `${key}_other`));
}

function holds(resources: object, key: string): boolean {
  let place: unknown = resources;
  for (const part of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return false;
    place = new Map(Object.entries(place)).get(part);
  }
  return typeof place === 'string';
}

function mapped(values: Values = {}, treat: (text: string) => string): Record<string, string | number> {
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') result[name] = value;
    else result[name] = typeof value === 'string' ? treat(value) : value.markdown;
  }
  return result;
}

/** Copies texts, at any depth, without the marks of bold, headings and small print. */
function withoutMarks(resources: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, value.replace(/\*\*|^(?:#{1,3}|-#) /gm, '')];
      return [key, typeof value === 'object' && value !== null ? withoutMarks(value) : value];
    }),
  );
}
