import { dataTable } from '../../text/data.ts';

const WORDS = dataTable(new URL('./claim-words.txt', import.meta.url));

/** Patterns by which a text makes a claim. Its source must then have one of that claim's words. */
const CLAIMS: readonly (readonly [claim: string, said: RegExp])[] = [
  [
    'the best there is',
    /state[- ]of[- ]the[- ]art|\bsota\b|\bbest\b|unrivall?ed|unmatched|최첨단|최고|가장 (?:뛰어|우수|좋)/i,
  ],
  [
    'the first of its kind',
    /\bthe (?:very )?first (?!stage|step|phase|stages|of|part|frame|layer|two|three)|최초|세계에서 처음/i,
  ],
  [
    'better than others',
    /outperform|surpass|exceed|\bbeats?\b|better than|superior|능가|뛰어넘|앞서(?!서| )|압도/i,
  ],
  [
    'a denial',
    /\b(?:not|never|cannot|can't|neither|nor|fails?|failed|unable|useless|worse)\b|n['’]t\b|지\s?(?:않|못)|(?:할|될|수) 수? ?없|실패|불가능/i,
  ],
];

const MEANT: ReadonlyMap<string, RegExp> = new Map(
  Array.from(WORDS, ([claim, entries]) => [claim, new RegExp(entries.map(patternOf).join('|'), 'i')]),
);

/** Claims in a text that none of its sources makes: superlatives, denials, or "more" instead of "less". */
export function unknownClaims(text: string, sources: readonly string[]): readonly string[] {
  const source = sources.join('\n');
  const claims = CLAIMS.filter(([claim, said]) => said.test(text) && !has(source, claim)).map(
    ([claim]) => claim,
  );
  return isTurned(text, source) ? [...claims, 'more for less'] : claims;
}

/** Whether a text only says "more" where its source only says "less", or the reverse. */
function isTurned(text: string, source: string): boolean {
  const [more, less] = [has(text, 'more'), has(text, 'less')];
  if (more === less) return false;
  return more ? has(source, 'less') && !has(source, 'more') : has(source, 'more') && !has(source, 'less');
}

function has(text: string, claim: string): boolean {
  return MEANT.get(claim)?.test(text) ?? false;
}

/** The pattern of an entry in the data file. */
function patternOf(entry: string): string {
  if (/[가-힣]/.test(entry)) return entry;
  const letters = entry
    .replaceAll('*', '\\w*')
    .replaceAll('?', '\\w')
    .replaceAll(' ', '[- ]')
    .replaceAll("'", "['’]");
  return `\\b${letters}(?!\\w)`;
}
