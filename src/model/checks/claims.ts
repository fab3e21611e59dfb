/** A claim that a text makes only where its source makes it, by its words in both languages. */
interface Claim {
  readonly name: string;
  /** How a text makes it. */
  readonly said: RegExp;
  /** How a source may make it: wider, since a translation is free. */
  readonly meant: RegExp;
}

const CLAIMS: readonly Claim[] = [
  {
    name: 'the best there is',
    said: /state[- ]of[- ]the[- ]art|\bsota\b|\bbest\b|unrivall?ed|unmatched|최첨단|최고|가장 (?:뛰어|우수|좋)/i,
    meant:
      /state[- ]of[- ]the[- ]art|\bsota\b|\bbest\b|unrivall?ed|unmatched|leading|superior|top|outperform|surpass|highest|most|최첨단|최고|최신|가장|능가|1위/i,
  },
  {
    name: 'the first of its kind',
    said: /\bthe (?:very )?first (?!stage|step|phase|stages|of|part|frame|layer|two|three)|최초|세계에서 처음/i,
    meant: /\bfirst\b|novel|pioneer|최초|처음|첫/i,
  },
  {
    name: 'better than others',
    said: /outperform|surpass|exceed|\bbeats?\b|better than|superior|능가|뛰어넘|앞서(?!서| )|압도/i,
    meant:
      /outperform|surpass|exceed|\bbeats?\b|better|superior|improv|state[- ]of[- ]the[- ]art|\bsota\b|higher|faster|over\b|than\b|best|gain|능가|뛰어|앞서|압도|향상|우수|보다|개선|최고|높/i,
  },
  {
    name: 'a denial',
    said: /\b(?:not|never|cannot|can't|neither|nor|fails?|failed|unable|useless|worse)\b|n['’]t\b|지\s?(?:않|못)|(?:할|될|수) 수? ?없|실패|불가능/i,
    meant:
      /\b(?:not|no|never|cannot|without|neither|nor|fail\w*|unable|lack\w*|limit\w*|only|rather|instead|struggl\w*|difficult\w*|challeng\w*|remain\w*|hard\w*|despite|beyond|unlike|absen\w*|avoid\w*|eliminat\w*|remov\w*|prevent\w*|insufficient\w*|poor\w*|worse|few|little|overlook\w*|ignor\w*|independent\w*|agnostic|regardless|weak\w*|gap|un\w{4,}|in\w*ability|im\w*possible|ineffective\w*|inadequate\w*|suboptimal|unexplored|rarely|hinder\w*|degrad\w*)\b|-free\b|n['’]t\b|않|못|없|아니|실패|불가|부족|어렵|한계|제한/i,
  },
];

const MORE =
  /\bincreas\w*|\brais(?:e|es|ed|ing)\b|\bgrow\w*|\bdoubl(?:e|es|ed|ing)\b|증가|늘어|늘리|늘려|커집|커지|높이|높아/i;
const LESS =
  /\breduc\w*|\bdecreas\w*|\blower(?:s|ed|ing)\b|\bshrink\w*|\bcut(?:s|ting)?\b|\bdrop(?:s|ped|ping)?\b|\bsav(?:e|es|ed|ing|ings)\b|\bfewer\b|\bhalv\w+|감소|줄이|줄어|줄여|줄입|줄였|낮추|낮춰|낮아|절감|하락|떨어/i;

/** What a text claims and none of its sources do: superlatives, denials, more for less. */
export function unknownClaims(text: string, sources: readonly string[]): readonly string[] {
  const source = sources.join('\n');
  const claims = CLAIMS.filter(({ said, meant }) => said.test(text) && !meant.test(source)).map(
    ({ name }) => name,
  );
  if (isTurned(text, source)) claims.push('more for less');
  return claims;
}

/** Whether a text only tells of more where its source only tells of less, or the other way round. */
function isTurned(text: string, source: string): boolean {
  const [more, less] = [MORE.test(text), LESS.test(text)];
  if (more === less) return false;
  return more ? LESS.test(source) && !MORE.test(source) : MORE.test(source) && !LESS.test(source);
}
