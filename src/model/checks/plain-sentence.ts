import type { Language } from '../../language.ts';

/** What builds something in Discord or on a page, and what no plain sentence needs. */
const BUILDS =
  /[`*|<>@#\\[\]{}\n]|~~|__|:\/\/|:\w+:|(?:^|\s)(?:www\.|mailto:|tel:)|(?:^\s*)[-+>]|^\s*\d+[.)]\s/u;

/** `evil.example`, `discord.gg/x`: clients make links of these without any mark. */
const ADDRESS = /[a-z0-9-]{2,}\.[a-z]{2,}(?![a-z])|discord\s*\.|\.gg\b/i;

/** Of other scripts only Greek is needed, in formulas. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Hangul}\p{Script=Greek}\p{Script=Common}])\p{L}|\p{M}/u;

/** Words that hardly an English sentence does without, and that no neighbouring language has. */
const ENGLISH =
  /\b(?:the|of|and|with|is|are|was|were|that|to|for|by|from|it|its|this|these|which|as|at|be|can|using|uses|on|than|how|when|while|without)\b/i;

/** Of a Korean sentence, without short terms in brackets, so much is Hangul among names in Latin letters. */
const HANGUL_MIN = 0.25;

/** What cannot be seen, and pictures. */
const NO_TEXT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Extended_Pictographic}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Whether a sentence is plain: on one line, in plain letters, building nothing in Discord, without links and mentions. */
export function isPlain(text: string): boolean {
  return !BUILDS.test(text) && !ADDRESS.test(text) && !NO_TEXT.test(text) && !isDisguised(text);
}

/** Whether letters or digits stand there in another dress (`Ｇemini`, `𝐆emini`, `①`), in which nothing is compared. */
function isDisguised(text: string): boolean {
  const letters = text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.some((letter) => letter.normalize('NFKC') !== letter);
}

/** Whether a sentence is in a language, going by its letters, and for English by its small words. */
export function isIn(text: string, language: Language): boolean {
  const sentence = text.normalize('NFC');
  if (OTHER_SCRIPT.test(sentence)) return false;
  const own = sentence.replace(/\([^)]{1,50}\)/g, '');
  const hangul = own.match(/[가-힣]/g)?.length ?? 0;
  const all = own.match(/\p{L}/gu)?.length ?? 0;
  if (language === 'ko') return hangul > 0 && hangul >= HANGUL_MIN * all;
  return !/\p{Script=Hangul}/u.test(sentence) && ENGLISH.test(sentence);
}

/** The language that somebody who asks this wants to read: that of the question where it is Korean, else their own. */
export function languageOf(question: string, own: Language): Language {
  return /[가-힣]/.test(question) ? 'ko' : own;
}
