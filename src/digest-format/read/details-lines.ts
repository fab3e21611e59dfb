import type { Details, Fetched, Section } from '../../archive/paper.ts';
import { isDay } from '../../text/dates/day.ts';
import { readLiteral, writeList } from './python-literal.ts';
import { bareHeading } from './section.ts';

/** The points of a summary that hold what Hugging Face tells in sentences. */
const POINTS = { abstract: 'Abstract', aiSummary: 'Hugging Face AI Summary' } as const;

/** The line under the heading of a day that was fetched: of when its votes are, and whether it was complete. */
const FETCHED = /^Hugging Face: (\S+) \((final|so far)\)$/;

const LINE = /^(Organization|Code|Stars|Project|Keywords|Hidden authors|Votes as of): (.*)$/s;

const TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/;

export function writeFetched({ at, final }: Fetched): string {
  return `Hugging Face: ${writeTime(at)} (${final ? 'final' : 'so far'})`;
}

/** @returns null where the line is another one */
export function readFetched(line: string): Fetched | null {
  const [, time = '', state] = FETCHED.exec(line.trim()) ?? [];
  const at = readTime(time);
  return at === null ? null : { at, final: state === 'final' };
}

function writeTime(at: Fetched['at']): string {
  return typeof at === 'number' ? new Date(at).toISOString() : at.day;
}

function readTime(written: string): Fetched['at'] | null {
  const [, day = '', time] = TIME.exec(written) ?? [];
  if (time === undefined) return isDay(day) ? { day } : null;
  const at = Date.parse(written);
  return Number.isNaN(at) ? null : at;
}

const NUMBER = /^\d{1,10}$/;

/** What Hugging Face tells of a paper, as lines above its summary. */
export function writeDetails(details: Details): string[] {
  const { organization, code, stars, project, keywords, hiddenAuthors, votesAsOf } = details;
  return [
    ...(votesAsOf === undefined ? [] : [`Votes as of: ${writeTime(votesAsOf)}`]),
    ...(hiddenAuthors > 0 ? [`Hidden authors: ${hiddenAuthors}`] : []),
    ...(organization === null ? [] : [`Organization: ${organization}`]),
    ...(code === null ? [] : [`Code: ${code}`]),
    ...(stars === undefined ? [] : [`Stars: ${stars}`]),
    ...(project === null ? [] : [`Project: ${project}`]),
    ...(keywords.length === 0 ? [] : [`Keywords: ${writeKeywords(keywords)}`]),
  ];
}

/** What Hugging Face tells of a paper in sentences, as points below its summary. */
export function detailPoints({ abstract, aiSummary }: Details): Section[] {
  return [
    ...(aiSummary === null ? [] : [{ heading: POINTS.aiSummary, text: aiSummary }]),
    ...(abstract === null ? [] : [{ heading: POINTS.abstract, text: abstract }]),
  ];
}

/** Takes the lines of `writeDetails` in, and what stands among the points. */
export class DetailsReader {
  #details: Details = {
    abstract: null,
    keywords: [],
    aiSummary: null,
    organization: null,
    code: null,
    project: null,
    hiddenAuthors: 0,
  };

  /** Says false, and does nothing, where the line is none of them. */
  take(line: string): boolean {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) return false;
    const votesAsOf = readTime(value);
    const said = {
      Organization: { organization: value },
      Code: { code: value },
      Project: { project: value },
      Keywords: { keywords: readKeywords(value) },
      Stars: NUMBER.test(value) ? { stars: Number(value) } : {},
      'Votes as of': votesAsOf === null ? {} : { votesAsOf },
      'Hidden authors': { hiddenAuthors: NUMBER.test(value) ? Number(value) : 0 },
    }[name];
    this.#details = { ...this.#details, ...said };
    return true;
  }

  /** Whether a point is none of the summary: what stands in it is text, whatever it looks like. */
  isPoint(heading: string | null): boolean {
    const names: readonly string[] = Object.values(POINTS);
    return names.includes(bareHeading(heading ?? ''));
  }

  /** @returns the details, and the points that are of the summary */
  takePoints(points: readonly Section[]): { details: Details; sections: readonly Section[] } {
    const textOf = (heading: string) => points.findLast((point) => point.heading === heading)?.text ?? null;
    return {
      details: {
        ...this.#details,
        abstract: textOf(POINTS.abstract),
        aiSummary: textOf(POINTS.aiSummary),
      },
      sections: points.filter(({ heading }) => !this.isPoint(heading)),
    };
  }
}

/** Words with commas between them, or a Python list where a word would not survive that. */
function writeKeywords(keywords: readonly string[]): string {
  const plain = keywords.join(', ');
  const read = readKeywords(plain);
  const isSame = read.length === keywords.length && read.every((word, at) => word === keywords[at]);
  return isSame ? plain : writeList(keywords);
}

function readKeywords(written: string): readonly string[] {
  const literal = /^\[\s*["']/.test(written) ? readLiteral(written) : null;
  if (Array.isArray(literal)) return literal.filter((item) => typeof item === 'string');
  return written
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
