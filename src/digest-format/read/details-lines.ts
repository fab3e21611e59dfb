import { knownMedia } from '../../archive/media.ts';
import { FIRST_FETCHED, fetchableNamed, originName } from '../../archive/merge/origins.ts';
import { type Details, type Fetched, fetchedFrom, type Section } from '../../archive/paper.ts';
import { isDay } from '../../text/dates/day.ts';
import { readLiteral, writeList } from './python-literal.ts';
import { bareHeading } from './section.ts';

const POINTS = { abstract: 'Abstract', aiSummary: 'Hugging Face AI Summary' } as const;
/** Under the heading of a fetched day: source, time of the votes, and whether the list was complete. */
const FETCHED = /^(.+?): (\S+) \((final|so far)\)$/;

const COUNTS = [
  ['Stars', 'stars'],
  ['Comments', 'comments'],
  ['Models', 'models'],
  ['Datasets', 'datasets'],
  ['Spaces', 'spaces'],
] as const;

const LINE =
  /^(Organization|Code|Stars|Comments|Models|Datasets|Spaces|Authors answer|Media|Project|Keywords|Hidden authors|Votes as of): (.*)$/s;

const TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/;

export function writeFetched({ source = FIRST_FETCHED, at, final }: Fetched): string {
  return `${originName(source)}: ${writeTime(at)} (${final ? 'final' : 'so far'})`;
}

/** @returns null for other lines */
export function readFetched(line: string): Fetched | null {
  const [, name = '', time = '', state] = FETCHED.exec(line.trim()) ?? [];
  const source = fetchableNamed(name);
  const at = readTime(time);
  if (source === null || at === null) return null;
  return fetchedFrom(source, at, state === 'final');
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

/** As lines above the summary. */
export function writeDetails(details: Details): string[] {
  const { organization, code, project, keywords, hiddenAuthors, votesAsOf, media = [] } = details;
  const counts = COUNTS.flatMap(([name, field]) => {
    const count = details[field];
    return count === undefined ? [] : [`${name}: ${count}`];
  });
  return [
    ...(votesAsOf === undefined ? [] : [`Votes as of: ${writeTime(votesAsOf)}`]),
    ...(hiddenAuthors > 0 ? [`Hidden authors: ${hiddenAuthors}`] : []),
    ...(organization === null ? [] : [`Organization: ${organization}`]),
    ...(code === null ? [] : [`Code: ${code}`]),
    ...counts,
    ...(details.authorAnswers ? ['Authors answer: yes'] : []),
    ...(media.length === 0 ? [] : [`Media: ${media.map(({ url }) => url).join(' ')}`]),
    ...(project === null ? [] : [`Project: ${project}`]),
    ...(keywords.length === 0 ? [] : [`Keywords: ${writeKeywords(keywords)}`]),
  ];
}

/** As points below the summary. */
export function detailPoints({ abstract, aiSummary }: Details): Section[] {
  return [
    ...(aiSummary === null ? [] : [{ heading: POINTS.aiSummary, text: aiSummary }]),
    ...(abstract === null ? [] : [{ heading: POINTS.abstract, text: abstract }]),
  ];
}

/** Reads what `writeDetails` and `detailPoints` write. */
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

  /** @returns false if it is not a details line */
  take(line: string): boolean {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    if (name === undefined) return false;
    const votesAsOf = readTime(value);
    const values: Readonly<Record<string, Partial<Details>>> = {
      Organization: { organization: value },
      Code: { code: value },
      Project: { project: value },
      Keywords: { keywords: readKeywords(value) },
      ...Object.fromEntries(COUNTS.map(([label, field]) => [label, readCount(field, value)])),
      'Authors answer': value === 'yes' ? { authorAnswers: true } : {},
      Media: readMediaList(value),
      'Votes as of': votesAsOf === null ? {} : { votesAsOf },
      'Hidden authors': { hiddenAuthors: NUMBER.test(value) ? Number(value) : 0 },
    };
    this.#details = { ...this.#details, ...values[name] };
    return true;
  }

  /** Whether a point belongs to the details: its text stays as it is, even if it looks like a Python literal. */
  isPoint(heading: string | null): boolean {
    const names: readonly string[] = Object.values(POINTS);
    return names.includes(bareHeading(heading ?? ''));
  }

  /** Separates the points of the details from those of the summary. */
  takePoints(points: readonly Section[]): { details: Details; sections: readonly Section[] } {
    const textOf = (heading: string) => points.findLast((point) => point.heading === heading)?.text ?? null;
    const [abstract, aiSummary] = [textOf(POINTS.abstract), textOf(POINTS.aiSummary)];
    const sections = points.filter(({ heading }) => !this.isPoint(heading));
    return { details: { ...this.#details, abstract, aiSummary }, sections };
  }
}

function readCount(field: (typeof COUNTS)[number][1], value: string): Partial<Details> {
  return NUMBER.test(value) ? { [field]: Number(value) } : {};
}

/** Addresses separated by spaces; unknown hosts are dropped. */
function readMediaList(value: string): Partial<Details> {
  const media = value.split(' ').flatMap((url) => knownMedia(url) ?? []);
  return media.length === 0 ? {} : { media };
}

/** Joined with commas, or a Python list if a word has a comma. */
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
