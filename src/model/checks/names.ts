import { scaleAt, unitAt } from './units.ts';

/** Names that everybody in the field writes, whatever the source calls them. */
const COMMON: ReadonlySet<string> = new Set(
  'i ai ml nlp llm llms gpu gpus cpu english korean api 3d 2d'.split(' '),
);

/** Makers and models as Korean texts write them, and how sources write them. */
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

/** Words that begin an English sentence and are no names, whatever the source says. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they their there here we our you your he she his her one two three some many ' +
    'most several all both each every any another other such no not only also and but or so yet if then than when while ' +
    'where which who whose what how why because since although though despite unlike like as at by for from in into of on ' +
    'over under to with within without through across after before during between among against via per using given ' +
    'based rather instead however moreover furthermore additionally finally first second third overall thus hence ' +
    'therefore meanwhile notably specifically especially compared experiments results researchers authors tests ' +
    'evaluations research study studies introducing adapting analysis training models methods existing previous prior recent new current large language'
  ).split(' '),
);

/** A word of Latin letters and digits, with what may stand within a name. */
const WORD = /[A-Za-z0-9]+(?:[-_.+'’/][A-Za-z0-9]+)*/g;

/**
 * The names in a text: words with a capital letter, but for those that begin English sentences, or with a digit among
 * letters (`VisionZip`, `GPT-4`, `gpt2`).
 */
export function properNamesIn(text: string): readonly string[] {
  const isKorean = /[가-힣]/.test(text);
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!/[A-Z\d]/.test(word) || isNumber(word)) return [];
    const begins = !isKorean && /^$|[.!?:"“'‘(]$/.test(text.slice(Math.max(0, index - 40), index).trimEnd());
    const bare = word.replace(/['’]s$/, '');
    return begins && BEGINNINGS.has(bare.toLowerCase()) ? [] : partsOf(bare);
  });
}

/** `AI-generated` and `player-NPC` are names with words; a digit binds them together (`GPT-4`). */
function partsOf(word: string): readonly string[] {
  return /\d/.test(word) ? [word] : word.split(/[-/]/).filter((part) => /[A-Z]/.test(part));
}

/** `7B`, `4-bit`, `30FPS`, `512x512`: what is read as a number is no name. */
function isNumber(word: string): boolean {
  const after = word.replace(/^\d[\d.,]*/, '');
  if (after === word) return false;
  if (!/[A-Za-z]/.test(word)) return true;
  return after === '' || scaleAt(after).length > 0 || unitAt(after) !== '' || /^x\d+$/i.test(after);
}

/** So many runs of letters or digits may make one name: `LLaVA-OneVision-1.5-7B`. */
const RUNS_MAX = 12;

/** The names in a text that no source has, however they are written apart; a version is only found whole. */
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
