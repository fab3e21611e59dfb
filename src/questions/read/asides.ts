import { isContent, isGlue, isNoun } from './meaning.ts';
import { beginsClause, has, isKorean, type Span } from './span.ts';
import { ASKING, QUESTION, type Tag } from './words.ts';

const NAMES: readonly Tag[] = ['PAPER', 'AUTHOR', 'ORG', 'QUOTE'];

/** A part of a question, and what it does: asks for papers, tells something, or goes with the part before. */
interface Clause {
  readonly spans: readonly Span[];
  readonly sentence: number;
  readonly does: 'ask' | 'tell' | 'follow';
  /** It is the first part of a sentence: `읽고 있는데 …`. */
  readonly isJoined: boolean;
}

/**
 * Takes what a person tells of themselves out of a question: `my prof loves Song Han. his best paper?`, `for my lab
 * meeting`. What the asking part lacks stays: a name that it points to, a subject.
 */
export function withoutAsides(all: readonly Span[], line: string): readonly Span[] {
  const clauses = withRequest(clausesOf(withoutLaughter(all.map(withoutDont)), line));
  const told = toldOf(clauses);
  const rest = clauses.filter((clause) => !told.has(clause));
  if (!rest.some(({ does }) => does === 'ask')) return clauses.flatMap(({ spans }) => withoutPurpose(spans));
  const own = rest.flatMap(({ spans }) => spans);
  const isNamed = hasSubject(own) && [...told].some(({ spans }) => spans.some((span) => has(span, 'AUTHOR')));
  // `Song Han이래. 이 사람 논문`: the name says who that is.
  const isSaid = (span: Span) => isNamed && has(span, 'person');
  return clauses.flatMap((clause) =>
    told.has(clause)
      ? lacking(clause.spans, own)
      : withoutPurpose(clause.spans).map((span) => (isSaid(span) ? silent(span) : span)),
  );
}

/** What a request has where nothing asks in other words. */
const REQUEST: readonly Tag[] = ['show', 'present', 'publish', 'listed', 'recommend', 'about'];

/** Lets the last clause with a request ask if no other does. */
function withRequest(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.some(({ does }) => does === 'ask')) return clauses;
  const isRequest = ({ does, spans }: Clause) =>
    does === 'follow' && spans.some((span) => has(span, ...REQUEST));
  const last = clauses.findLast(isRequest);
  return clauses.map((one) => (one === last ? { ...one, does: 'ask' } : one));
}

/** The clauses that only tell something, with what follows them in their sentence. */
function toldOf(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const told = new Set<Clause>();
  const asking = clauses.filter(({ does }) => does === 'ask').flatMap(({ spans }) => spans);
  for (const whole of Map.groupBy(clauses, ({ sentence }) => sentence).values()) {
    const spans = whole.flatMap((one) => one.spans);
    const isAside = hasSubject(asking) && whole.every(({ does }) => does === 'follow') && isRemark(spans);
    whole.forEach((clause, at) => {
      const { does, isJoined } = clause;
      const isBefore = isJoined && whole[at + 1]?.does === 'tell';
      if (does === 'tell' || isBefore || (does === 'follow' && isAside)) told.add(clause);
    });
  }
  return told;
}

/** `which org ㅋㅋ`, `lol`: laughter is praise only where nothing else is said. */
function withoutLaughter(spans: readonly Span[]): readonly Span[] {
  const isAlone = spans.every((span) => isGlue(span) || has(span, 'laugh', 'praise'));
  return isAlone ? spans : spans.map((span) => (has(span, 'laugh') ? silent(span) : span));
}

/** 섞지 말고: what is not to be done is no topic that is left out. */
function withoutDont(span: Span, at: number, all: readonly Span[]): Span {
  const isDont = (one: Span | undefined, not: Span | undefined) =>
    one !== undefined && isContent(one) && one.text.endsWith('지') && not?.text.startsWith('말') === true;
  return isDont(span, all[at + 1]) || isDont(all[at - 1], span) ? silent(span) : span;
}

const silent = (span: Span): Span => ({ ...span, tags: ['function'], values: [] });

/** What ends a sentence, and no shortened word. */
const STOP = /(?<!\b(?:vs|al|e\.g|i\.e|dr|prof|no))[.!?…:;]+\s+$|(?:[ㅠㅜ]|[ㅋㅎㅡ]{2}|\blol)[~;,]*\s+$/i;
/** Korean endings that join what is told to what is asked, but no condition: `VisionZip 논문인데`. */
const JOINT =
  /(?<!논문|관련|[거것건])(?:[는은던인한]데|[쓸할볼낼갈] ?건데|느라|라서|(?<!까)지만|[네대래]요|더라[고구]|거든)요?[,.~ㅠㅜㅋㅎ]*\s+$/;
/** What others say: nobody asks like this. */
const HEARSAY =
  /(?:[다라자냐]고 [가-힣]+[는은]데|던데|느라|더라[고구]?|거든|[대래]요|[이하]래|[한된간온준]대)요?[.!~,ㅠㅜㅋㅎㅡ\s]*$/;
/** What is so, has happened, or will. */
const STATED =
  /(?:[았었했봤됐났왔갔렸웠졌켰쳤줬랐탔혔겼](?:다|어|음)|니다|니까|네|잖아|고요|중임|려고|모름|몰라|같아서|같은데|[어아해려와워돼예에떠써커러여]요|(?<!에)서요|(?<!주)세요)요?[.!~,ㅠㅜㅋㅎㅡ\s]*$/;

/** The clauses of all sentences. */
function clausesOf(spans: readonly Span[], line: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  spans.forEach((span, at) => {
    const next = spans[at + 1];
    // The end of the last word and what stands behind it.
    const end = line.slice(Math.max(0, span.end - 10), next?.start);
    const isStop = next === undefined || STOP.test(end);
    if (!isStop && !beginsClause(next) && !JOINT.test(end)) return;
    const own = spans.slice(from, at + 1);
    const request = tells(own) ? requestIn(own) : 0;
    if (request > 0) clauses.push({ spans: own.slice(0, request), sentence, does: 'tell', isJoined: false });
    const rest = own.slice(Math.max(0, request));
    clauses.push({
      spans: rest,
      sentence,
      does: request < 0 ? 'tell' : doingOf(rest, end),
      isJoined: JOINT.test(end),
    });
    from = at + 1;
    if (isStop) sentence += 1;
  });
  return clauses;
}

/** What may stand before the first word that says something. */
const OPENERS: readonly Tag[] = ['lead', 'and', 'hello', 'thanks', 'laugh', 'praise', 'lately'];
/** How people begin to tell something: `I …`, `our team …`, `someone …`. */
const TELLERS: readonly Tag[] = ['self', 'mine', 'doing', 'field', 'teller'];

/** Whether a clause begins with who it is told of: `i'm preparing a talk`, `trying to reproduce VisionZip`. */
function tells(clause: readonly Span[]): boolean {
  const first = clause.find((span) => has(span, ...TELLERS) || !(isGlue(span) || has(span, ...OPENERS)));
  return has(first, ...TELLERS);
}

const isAsking = (span: Span): boolean => has(span, ...ASKING, 'what', 'which');

/** Where what is told goes over into what is wanted: `i have a talk and need the newest papers`; -1 if it does not. */
function requestIn(clause: readonly Span[]): number {
  const last = clause.findLastIndex(isAsking);
  return clause.findIndex((span, at) => at < last && WANTING.test(span.text));
}

const WANTING =
  /\b(?:wants?|needs?|looking|find|show|give|gimme|like|love|pick|list|recommend|remember|recall|forgot|wondering|wonder|curious)\b/;

function doingOf(clause: readonly Span[], end: string): Clause['does'] {
  const first = clause.find((span) => !has(span, ...OPENERS));
  const isQuestion = clause.some((span) => has(span, ...QUESTION) && (span === first || isKorean(span)));
  const isRequest = isQuestion || clause.some((span) => isKorean(span) && has(span, 'show', 'count'));
  if (HEARSAY.test(end) || (STATED.test(end) && !isRequest)) return 'tell';
  const isForPapers = clause.some((span) => has(span, ...ASKING));
  if (JOINT.test(end) && !isForPapers) return 'tell';
  return isQuestion || isForPapers ? 'ask' : 'follow';
}

/** Words of a sentence that tells. */
const TELLING = /^(?:i|i'm|we|my|our|me|us|is|are|was|were|here)\b/;

/** Whether a sentence says something that is no subject, name or condition: `deadline is tomorrow`. */
function isRemark(sentence: readonly Span[]): boolean {
  const said = sentence.filter((span) => !isGlue(span));
  // `kimi k3... how many votes?`: English words without small words between them may be a name.
  const isPhrase = said.length === sentence.length && !isKorean(sentence.at(-1));
  const isOther = (span: Span) =>
    TELLING.test(span.text) || (!isPhrase && span.tags.length === 0 && !isNoun(span));
  const isCondition = sentence.some(
    (span, at) => has(span, 'enough') && has(sentence[at - 1], 'num', 'unit-paper', 'ending'),
  );
  return said.length > 1 && !isCondition && sentence.some(isOther);
}

const hasSubject = (spans: readonly Span[]): boolean =>
  spans.some((span) => isContent(span) || has(span, ...NAMES));

/** What is told, silenced but for what the rest of the question lacks. */
function lacking(told: readonly Span[], own: readonly Span[]): readonly Span[] {
  const says = (...tags: readonly Tag[]) => own.some((span) => has(span, ...tags));
  const isComplete = hasSubject(own);
  const isMissed = [...told, ...own].some((span) => has(span, 'missed'));
  const about = told.findLastIndex((span) => has(span, 'about', 'field'));
  const hasTopic = told.some((span) => has(span, 'TOPIC'));
  const hasName = told.some((span) => has(span, ...NAMES));
  const isOfOthers = !hasName && !told.some((span) => has(span, 'self', 'mine', 'doing', 'field'));
  const isLacking = (span: Span, at: number): boolean => {
    if (has(span, 'AUTHOR')) return !says('AUTHOR');
    if (has(span, ...NAMES)) return !isComplete;
    if (has(span, 'DATE')) return !says('DATE') && (!(isComplete || hasName) || isMissed);
    if (!isContent(span) || isComplete) return false;
    // `someone rebuilt android for agents. when was it listed?`
    if (isOfOthers && says('it')) return true;
    if (about >= 0) return at > about;
    return !hasName && (has(span, 'TOPIC') || (!hasTopic && isNoun(span)));
  };
  return told.map((span, at) => (isLacking(span, at) ? span : silent(span)));
}

/** A clause without what the answer is for: `for my lab meeting`, `발표용`. */
function withoutPurpose(clause: readonly Span[]): readonly Span[] {
  return clause.map((span, at) => {
    const end = clause.findIndex((one, place) => place >= at && has(one, 'purpose'));
    const start = clause.slice(0, Math.max(0, end)).findLastIndex(({ text }) => text === 'for');
    const isWithin =
      start >= 0 &&
      at >= start &&
      clause.slice(start + 1, end).every((one) => isGlue(one) || has(one, 'mine', 'future', 'ago-day'));
    return isWithin ? silent(span) : span;
  });
}
