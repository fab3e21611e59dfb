/**
 * Units after a number in both languages; the first pattern that matches wins. A number without one of these units counts
 * things (`3 models`, `3개 모델`, `3편`), is a year, or belongs to a name.
 */
const UNITS: readonly (readonly [unit: string, RegExp])[] = [
  [
    'point',
    /^\s?(?:%\s?p\b|%\s?포인트|퍼센트\s?포인트|percentage[- ]points?\b|pp\b|points?\b|포인트|점(?![가-힣]))/i,
  ],
  ['point', /^\s?점(?=[을를은는이가의에로만도]|\s|$)/],
  ['%', /^\s?(?:%|percent\b|per cent\b|퍼센트|프로(?![가-힣]{2}))/i],
  ['times', /^(?:\s|-)?(?:배(?!치|포|경|열|제|터|율|분)|x\b|×(?!\s?\d)|times?\b|fold\b)/i],
  ['ms', /^(?:\s|-)?(?:ms\b|milliseconds?\b|밀리초)/i],
  ['second', /^(?:\s|-)?(?:s\b|secs?\b|seconds?\b|초(?!기|과|점|거|반))/i],
  ['minute', /^(?:\s|-)?(?:mins?\b|minutes?\b|분(?!의|류|야|포|석|할|기|산|자|리|해|위|명))/i],
  ['hour', /^(?:\s|-)?(?:h\b|hrs?\b|hours?\b|시간)/i],
  ['day', /^(?:\s|-)?(?:days?\b|일(?![가-힣]{2}|\s?때)|하루)/i],
  ['month', /^(?:\s|-)?(?:months?\b|개월|달(?!러|성|리|라))/i],
  ['bit', /^(?:\s|-)?(?:bits?\b|비트)/i],
  ['GB', /^\s?(?:GB\b|GiB\b|gigabytes?\b|기가바이트)/i],
  ['MB', /^\s?(?:MB\b|MiB\b|megabytes?\b|메가바이트)/i],
  ['TB', /^\s?(?:TB\b|terabytes?\b|테라바이트)/i],
  ['KB', /^\s?(?:KB\b|kilobytes?\b|킬로바이트)/],
  ['Hz', /^\s?(?:k?Hz\b|fps\b|프레임\s?\/\s?초)/i],
  ['pixel', /^(?:\s|-)?(?:px\b|p\b|pixels?\b|픽셀|화소)/i],
  ['dimension', /^(?:\s|-)?(?:D\b|dimension(?:s|al)?\b|차원)/],
  ['km', /^\s?(?:km\b|kilomet(?:er|re)s?\b|킬로미터)/i],
  ['cm', /^\s?(?:cm\b|centimet(?:er|re)s?\b|센티미터)/i],
  ['m', /^\s?(?:m\b(?!illion)|met(?:er|re)s?\b|미터)/],
  ['kg', /^\s?(?:kg\b|kilograms?\b|킬로그램)/i],
  ['watt', /^\s?(?:W\b|watts?\b|와트)/],
  ['dollar', /^\s?(?:dollars?\b|USD\b|달러)/i],
  ['shot', /^(?:\s|-)?(?:shots?\b|샷)/i],
];

/** The unit at the beginning of the text after a number, or `''`. */
export function unitAt(after: string): string {
  return UNITS.find(([, pattern]) => pattern.test(after))?.[0] ?? '';
}

/** The scale word after a number (`million`, 만): its factor, and its length in characters. */
export function scaleAt(after: string): { readonly by: number; readonly length: number } {
  for (const [pattern, by] of SCALES) {
    const match = pattern.exec(after);
    if (match !== null) return { by, length: match[0].length };
  }
  return { by: 1, length: 0 };
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^[\s-]?(?:trillion\b|조|T(?![A-Za-z]))/, 1e12],
  [/^[\s-]?(?:billion\b|bn\b|B(?![A-Za-z]))/, 1e9],
  [/^[\s-]?천억/, 1e11],
  [/^[\s-]?백억/, 1e10],
  [/^[\s-]?십억/, 1e9],
  [/^[\s-]?억/, 1e8],
  [/^[\s-]?천만/, 1e7],
  [/^[\s-]?(?:million\b|M(?![A-Za-z])|백만)/, 1e6],
  [/^[\s-]?십만/, 1e5],
  [/^[\s-]?만/, 1e4],
  [/^[\s-]?(?:thousand\b|k(?![A-Za-z])|K(?![A-Za-z])|천)/, 1e3],
  [/^[\s-]?(?:hundred\b|백)/, 1e2],
];
