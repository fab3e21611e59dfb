import pageEn from '../packages/discord-sandbox/page/words/en.ts';
import pageKo from '../packages/discord-sandbox/page/words/ko.ts';
import { en } from '../src/messages/locales/en/index.ts';
import { ko } from '../src/messages/locales/ko/index.ts';

/** Prints every text that people read, one a line: key, English, Korean, with tabs between. `npm run -s texts` */

function flatten(texts: object, path: readonly string[]): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[[...path, key].join('.'), value.replaceAll('\n', '\\n')]];
    return typeof value === 'object' && value !== null ? flatten(value, [...path, key]) : [];
  });
}

const english = new Map([...flatten(en, []), ...flatten(pageEn, ['page'])]);
const korean = new Map([...flatten(ko, []), ...flatten(pageKo, ['page'])]);
// Korean has no form for "one".
for (const [key, text] of english)
  console.log([key, text, korean.get(key) ?? korean.get(key.replace(/_one$/, '_other')) ?? ''].join('\t'));
