import { createInstance, type TFunction } from 'i18next';
import { editionSpan } from '../delivery/rules/editions.ts';
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import { en } from './locales/en/index.ts';
import { ko } from './locales/ko/index.ts';
import type { TextKey } from './locales/translation.ts';
import { day, month, wholePeriod } from './parts/text/dates.ts';
import { clean, escapeText } from './parts/text/escape.ts';
import { number } from './parts/text/numbers.ts';

/** Markdown that our own code made and that goes into a text as it is. */
interface Markdown {
  readonly markdown: string;
}

type Values = Readonly<Record<string, string | number | Markdown>>;

type Texts = Readonly<Record<Language, TFunction>>;

/** Two namespaces: the texts as they are, and for places without Markdown the texts without its marks. */
const i18n = createInstance();
void i18n.init({
  resources: { en: { markdown: en, plain: withoutMarks(en) }, ko: { markdown: ko, plain: withoutMarks(ko) } },
  ns: ['markdown', 'plain'],
  defaultNS: 'markdown',
  supportedLngs: ['en', 'ko'],
  fallbackLng: false,
  initAsync: false,
  nsSeparator: false,
  // Values are escaped for Discord here, not for HTML there.
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => '',
});
// i18next's own formatter of numbers takes a third of the time in which a post is rendered.
i18n.services.formatter?.add('number', (value, locale) =>
  typeof value === 'number' ? number(value, readLocale(locale)) : String(value ?? ''),
);
i18n.services.formatter?.add('month', (value, locale) => month(String(value ?? ''), readLocale(locale)));
i18n.services.formatter?.add('day', (value, locale) => day(String(value ?? ''), readLocale(locale)));

i18n.services.formatter?.add('edition', (value, locale) => {
  const { from, to } = editionSpan(String(value ?? ''));
  return wholePeriod(from, to, readLocale(locale));
});
i18n.services.formatter?.add('command', (value, locale) =>
  commandText(String(value ?? ''), readLocale(locale)),
);
i18n.services.formatter?.add('commands', (value, locale) =>
  listed(value, (one) => `/${commandText(one.replace('/', ''), readLocale(locale))}`),
);
i18n.services.formatter?.add('option', (value, locale, { command }) =>
  listed(value, (one) => optionText(String(command ?? ''), one, readLocale(locale))),
);
i18n.services.formatter?.add('choice', (value, locale, { command, option }) =>
  listed(value, (one) => choiceText(String(command ?? ''), String(option ?? ''), one, readLocale(locale))),
);

const texts: Texts = { en: i18n.getFixedT('en', 'markdown'), ko: i18n.getFixedT('ko', 'markdown') };
const plainTexts: Texts = { en: i18n.getFixedT('en', 'plain'), ko: i18n.getFixedT('ko', 'plain') };

/** @param discordLocale a locale of Discord (`ko`, `en-GB`, …) @see https://discord.com/developers/docs/reference#locales */
export function readLocale(discordLocale: string | undefined): Language {
  return discordLocale === 'ko' ? 'ko' : 'en';
}

/**
 * @returns a text in Discord Markdown, in which the values stand escaped. A key that does not exist shows as itself.
 */
export function say({ key, values }: Text, locale: Language): string {
  return texts[locale](key, mapped(values, escapeText));
}

/** `say` for places without Markdown (buttons, menus, footers): the values stand as they are, on one line. */
export function sayPlain({ key, values }: Text, locale: Language): string {
  return plainTexts[locale](key, mapped(values, clean));
}

/** `say` for our own texts: the compiler knows the key, and Markdown made by code stays Markdown. */
export function tell(key: TextKey, locale: Language, values?: Values): string {
  return texts[locale](key, mapped(values, escapeText));
}

/** `tell` for places without Markdown. */
export function tellPlain(key: TextKey, locale: Language, values?: Values): string {
  return plainTexts[locale](key, mapped(values, clean));
}

/** A text without values in both languages, as a command's registration needs it. */
export function localized(key: string): Record<Language, string> {
  return { en: texts.en(key), ko: texts.ko(key) };
}

/** What a command is called in a language: `digest status`, `구독 상태`. A name that is no command's stays as it is. */
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
  // In English a choice is typed as it is called in code.
  return locale === 'en' ? choice : textOr(`${optionKey(command, option)}.choices.${choice}`, choice, locale);
}

/** Values come escaped for Markdown: `min\\_votes`. */
function optionKey(command: string, option: string): string {
  return `commands.${command.replaceAll(' ', '.')}.options.${option.replaceAll('\\', '')}`;
}

function textOr(key: string, other: string, locale: Language): string {
  return hasText(key) ? texts[locale](key) : other;
}

/** Names with commas between them, each as it is called. */
function listed(value: unknown, called: (name: string) => string): string {
  return String(value ?? '')
    .split(', ')
    .map(called)
    .join(', ');
}

/** Whether a text of this key exists, in both languages. */
export function hasText(key: string): key is TextKey {
  return [en, ko].every((resources) => holds(resources, key) || holds(resources, `${key}_other`));
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

/** Copies texts, at any depth, without bold, headings and small print. */
function withoutMarks(resources: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, value.replace(/\*\*|^(?:#{1,3}|-#) /gm, '')];
      return [key, typeof value === 'object' && value !== null ? withoutMarks(value) : value];
    }),
  );
}
