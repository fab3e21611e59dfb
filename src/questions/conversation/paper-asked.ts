import type { SectionKind } from '../../archive/paper.ts';
import { asks } from '../read/cues.ts';
import { isFrame } from '../read/function-words.ts';
import { tidied } from '../read/read-question.ts';

/** A paper that is meant without being named. */
const IT =
  /\b(?:(?:this|that|the) (?:paper|one|article|work)|it|this|that|its|he|she|they|them)\b|(?:이|그|저|해당)\s?(?:논문|연구|것|거|건|게)들?(?:은|는|이|가|을|를|의|도)?/giu;

const LINK = /\b(?:links?|urls?|pdf|arxiv|hugging\s?face|address|read it|full text)\b|링크|주소|원문|전문/iu;
/** The card has the button. */
const CODE =
  /^(?:code|codes|github|git|repo|repos|repository|코드[가-힣]*|소스[가-힣]*|깃허브[가-힣]*|저장소[가-힣]*)$/iu;
const WHEN = /^\W*when\b|언제|\bwhat (?:day|date)\b|며칠|날짜/iu;
/** Asks for what the card shows, the summary as a whole. */
const SUMMARY =
  /^(?:about|summary|summari[sz]e|abstract|overview|explain|describe|main|idea|gist|tl;?dr|in|short|briefly|content|contents|(?:요약|내용|핵심|주제|설명|소개)[가-힣]*|details?|간단히|자세히|자세하게|짧게|대한|대해)$/iu;

/** Whether a question points to something said before, or asks for what every paper has. */
export function pointsBack(question: string): boolean {
  const words = question.split(/\s+/).filter((word) => word !== '');
  return question.search(IT) >= 0 || words.some((word) => LINK.test(word) || SUMMARY.test(word));
}

/** Which fact of a paper is asked for where nothing but the fact is named. */
export type PaperFact = 'authors' | 'listed' | 'votes' | 'card';

/**
 * Reads what a question asks of a paper that it does not name: `who wrote it?`, `저자는?`, `when was it listed?`,
 * `링크`. Only what every word of it accounts for is a fact.
 *
 * @returns null where it asks something else, of which the texts may tell
 */
export function factAsked(question: string): PaperFact | null {
  const text = tidied(question).replace(IT, ' ');
  const words = text.split(/\s+/).filter((word) => !isFrame(word));
  const isPoint = pointAsked(question) !== null;
  if (!isPoint && words.length > 0 && words.every(isOnCard)) return 'card';
  if (words.length > 0 || asks.top(text) || asks.active(text)) return null;
  if (asks.authors(text)) return 'authors';
  if (asks.listed(text) || WHEN.test(text)) return 'listed';
  if (asks.votes(text)) return 'votes';
  // `What is it about?` is all frame: the card tells.
  return /\p{L}/u.test(text) && !asks.count(text) && !isPoint ? 'card' : null;
}

function isOnCard(word: string): boolean {
  return LINK.test(word) || CODE.test(word) || SUMMARY.test(word);
}

/** A fact of a paper as a question that anybody could have typed. */
export function factQuestion(fact: PaperFact, id: string): string {
  if (fact === 'authors') return `who wrote ${id}`;
  if (fact === 'listed') return `when was ${id} listed`;
  if (fact === 'votes') return `how many votes does ${id} have`;
  return id;
}

/** Words by which a question asks for one point of a summary, of which the headings tell. */
const POINTS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'performance',
    /^(?:results?|performance|performs?|well|good|better|benchmarks?|scores?|(?:성능|결과|성과|효과)[가-힣]*|좋[가-힣]*)$/iu,
  ],
  [
    'technical',
    /^(?:methods?|approach|technical|technique|details?|works?|(?:방법|방식|기술|작동|동작|원리|접근)[가-힣]*)$/iu,
  ],
  ['new', /^(?:new|novel|novelty|contributions?|different|special|(?:새로|기여|차별|참신|특별)[가-힣]*)$/iu],
];
/** Words that such a question has besides. */
const AROUND =
  /^(?:how|what|does|do|did|its|main|key|about|explain|describe|설명[가-힣]*|어때[가-힣]*|어떻게|어떤가[가-힣]*|얼마나|점[가-힣]*|해|하나[가-힣]*|돼|되나[가-힣]*|뭐[가-힣]*)$/iu;

/** The point of a summary that a question asks for and nothing else: `what are the results?`, `어떻게 작동해?` */
export function pointAsked(question: string): SectionKind | null {
  const words =
    tidied(question)
      .replace(IT, ' ')
      .match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (const [kind, pattern] of POINTS) {
    const isAsked =
      words.some((word) => pattern.test(word)) &&
      words.every((word) => pattern.test(word) || AROUND.test(word) || isFrame(word));
    if (isAsked) return kind;
  }
  return null;
}
