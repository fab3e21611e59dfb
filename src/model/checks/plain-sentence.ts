import type { Language } from '../../language.ts';
import { MODEL_LANGUAGES } from './model-languages.ts';

/** Markup of Discord and of web pages, which a plain sentence does not need. */
const BUILDS =
  /[`*|<>@#\\[\]{}\n]|~~|__|:\/\/|:\w+:|(?:^|\s)(?:www\.|mailto:|tel:)|(?:^\s*)[-+>]|^\s*\d+[.)]\s/u;

/** Addresses that clients turn into links by themselves: `evil.example`, `discord.gg/x`. */
const ADDRESS = /(?<![a-z0-9-])[a-z0-9-]{2,}\.[a-z]{2,}(?![a-z])|discord\s*\.|\.gg\b/i;

/** Other scripts; Greek is allowed for formulas. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Hangul}\p{Script=Greek}\p{Script=Common}])\p{L}|\p{M}/u;

/** Invisible characters and pictures. */
const NO_TEXT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Extended_Pictographic}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Whether a sentence is plain: one line, plain letters, no Discord markup, no links, no mentions. */
export function isPlain(text: string): boolean {
  return !BUILDS.test(text) && !ADDRESS.test(text) && !NO_TEXT.test(text) && !isDisguised(text);
}

/** Whether a text has styled letters or digits (`Ｇemini`, `𝐆emini`, `①`), which comparisons would miss. */
function isDisguised(text: string): boolean {
  const letters = text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.some((letter) => letter.normalize('NFKC') !== letter);
}

/** Whether a sentence is in a language, judged by its letters and small words. */
export function isIn(text: string, language: Language): boolean {
  const sentence = text.normalize('NFC');
  return !OTHER_SCRIPT.test(sentence) && MODEL_LANGUAGES[language].isIn(sentence);
}
