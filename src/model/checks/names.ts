import { dataWords } from '../../text/data.ts';
import { scaleAt, unitAt } from './units.ts';

/** Names so common in the field that a text may use them even if its source does not. */
const COMMON = dataWords(new URL('./common-names.txt', import.meta.url));

/** Makers and models in Korean spelling, and the spellings that count as the same in sources. */
const IN_HANGUL: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<![가-힣])구글/, /google|구글/i],
  [/오픈\s?(?:AI|에이아이)/i, /open\s?ai|오픈\s?에이아이/i],
  [/마이크로소프트/, /microsoft|마이크로소프트/i],
  [/엔비디아/, /nvidia|엔비디아/i],
  [
    /(?<![가-힣])(?:애플|아마존|메타(?:의|가|는|에서))(?![가-힣]*(?:학습|데이터|인지|분석))/,
    /apple|amazon|meta\b|애플|아마존|메타/i,
  ],
  [/딥마인드/, /deep\s?mind|딥마인드/i],
  [/앤(?:트|스)로픽|클로드/, /anthropic|claude|앤(?:트|스)로픽|클로드/i],
  [/제미나이/, /gemini|제미나이/i],
  [/챗\s?지피티|지피티/, /gpt|지피티/i],
  [/(?<![가-힣])라마(?:\s?\d|의|가|는|보다|와)/, /llama|라마/i],
  [/딥시크/, /deep\s?seek|딥시크/i],
  [/미스트랄/, /mistral|미스트랄/i],
  [/(?<![가-힣])(?:큐원|알리바바)/, /qwen|alibaba|큐원|알리바바/i],
  [/텐센트|바이두|바이트댄스|화웨이/, /tencent|baidu|byte\s?dance|huawei|텐센트|바이두|바이트댄스|화웨이/i],
  [/(?<![가-힣])(?:네이버|카카오|삼성)/, /naver|kakao|samsung|네이버|카카오|삼성/i],
  [
    /스탠[퍼포]드|버클리|하버드|카이스트|서울대|칭화/,
    /stanford|berkeley|harvard|kaist|seoul|tsinghua|스탠[퍼포]드|버클리|하버드|카이스트|서울대|칭화/i,
  ],
  [/허깅\s?페이스/, /hugging\s?face|허깅/i],
];

/** Words that begin an English sentence and are never names. */
const BEGINNINGS = dataWords(new URL('./sentence-beginnings.txt', import.meta.url));

/** A word of Latin letters and digits, with the marks a name may contain. */
const WORD = /[A-Za-z0-9]+(?:[-_.+'’/][A-Za-z0-9]+)*/g;

/**
 * The names in a text: words with a capital letter (`VisionZip`), except those that begin an English sentence, and words with
 * digits among letters (`GPT-4`, `gpt2`).
 */
function properNamesIn(text: string): readonly string[] {
  const isKorean = /[가-힣]/.test(text);
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!/[A-Z\d]/.test(word) || isNumber(word)) return [];
    const begins = !isKorean && /^$|[.!?:"“'‘(]$/.test(text.slice(Math.max(0, index - 40), index).trimEnd());
    const bare = word.replace(/['’]s$/, '');
    return begins && BEGINNINGS.has(bare.toLowerCase()) ? [] : partsOf(bare);
  });
}

/** Splits `AI-generated` and `player-NPC` into words and keeps the names; a name with a digit stays whole (`GPT-4`). */
function partsOf(word: string): readonly string[] {
  return /\d/.test(word) ? [word] : word.split(/[-/]/).filter((part) => /[A-Z]/.test(part));
}

/** Whether a word is read as a number, not a name: `7B`, `4-bit`, `30FPS`, `512x512`. */
function isNumber(word: string): boolean {
  const after = word.replace(/^\d[\d.,]*/, '');
  if (after === word) return false;
  if (!/[A-Za-z]/.test(word)) return true;
  return after === '' || scaleAt(after).length > 0 || unitAt(after) !== '' || /^x\d+$/i.test(after);
}

/** A name has at most this many runs of letters or digits (`LLaVA-OneVision-1.5-7B` has 5). */
const RUNS_MAX = 12;

/** The names in a text that no source has. Spaces and hyphens do not matter; a version must match whole. */
export function unknownNames(text: string, sources: readonly string[]): readonly string[] {
  const known = new Set(sources.flatMap((source) => [...joinedRuns(source)]));
  const latin = properNamesIn(text).filter((name) => {
    const letters = runsOf(name).join('');
    return !COMMON.has(letters) && !known.has(letters) && !known.has(letters.replace(/s$/, ''));
  });
  return [...latin, ...unknownInHangul(text, sources.join('\n'))];
}

function unknownInHangul(text: string, source: string): readonly string[] {
  return IN_HANGUL.flatMap(([written, meant]) => {
    const found = written.exec(text)?.[0];
    return found === undefined || meant.test(source) ? [] : [found];
  });
}

function* joinedRuns(source: string): Generator<string> {
  const runs = runsOf(source);
  for (let from = 0; from < runs.length; from++) {
    let joined = '';
    for (const run of runs.slice(from, from + RUNS_MAX)) {
      joined += run;
      yield joined;
      if (joined.endsWith('s')) yield joined.slice(0, -1);
    }
  }
}

/** The runs of letters and of digits, in lower case: `GPT-4o` is gpt, 4, o. */
function runsOf(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[a-z]+|\d+/g) ?? [];
}
