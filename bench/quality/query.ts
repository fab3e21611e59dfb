import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Digest, PaperId } from '../../src/archive/paper.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { isRecordedDay, readRecordedDay } from '../../src/sources/files/recorded-day.ts';

/** A query with its right papers. */
export interface Labelled {
  readonly query: string;
  readonly kind: string;
  /** Finding any of them is right. */
  readonly relevant: readonly PaperId[];
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Data beside the project; not every machine has it. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** One labelled query a line; none if the file is missing. */
export function readQueries(file: string): readonly Labelled[] {
  return linesOf<Labelled>(file).filter(({ relevant }) => relevant !== undefined);
}

function linesOf<Line>(file: string): readonly Line[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): Line => JSON.parse(line));
}

/** Queries for papers described in other words; the kind says the languages. */
export function readTopics(): readonly Labelled[] {
  const lines = linesOf<{ keywords: string; lang: string; text: string; paper: string }>(
    `${SHARED}questions/topics.jsonl`,
  );
  return lines.map(({ keywords, lang, text, paper }) => ({
    query: keywords,
    kind: `${lang} to ${text}`,
    relevant: [paper.split(' ')[0] ?? ''],
  }));
}

const ownQueries = (name: string) => readQueries(`${ROOT}bench/quality/questions/${name}.jsonl`);

/** Our questions about the seeds that ask for a paper. */
export const seedQuestions = () => ownQueries('retrieval');

/** Our questions about papers that Markdown digests and recorded days have, in other words than theirs. */
export const bothOriginsQuestions = () => ownQueries('both-origins');

/**
 * Queries for `/search` in other words than the paper's, one in each language, written before anybody ranked with them.
 * The kind says the languages of query and text.
 */
export const keywordQueries = () => ownQueries('keywords');

/** Korean keywords for random papers of English text from May 2025 on, written on the day of the file's name; nobody tunes on them. */
export const heldOutKeywords = () => ownQueries('keywords-2026-11-30');

/**
 * Keywords in both languages for random papers of both origins, as someone writes who remembers a paper vaguely, before any
 * tuning on the day of the file's name. The kind says the languages of query and text. `topics.jsonl` has a question for each.
 */
export const heldOutPapers = () => ownQueries('held-out-2026-11-30');

/** The same for 60 other papers, written after the last change of that day. */
export const finalPapers = () => ownQueries('final-2026-11-30');

/** The recorded days of a folder; none if it is missing. */
export function readRecordedDays(folder: string): readonly Digest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isRecordedDay)
    .map((file) => readRecordedDay(file, readFileSync(`${folder}/${file}`, 'utf8'), Date.now()).digest);
}

/** The Markdown digests of a folder; none if it is missing. */
export function readDigests(folder: string): readonly Digest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{4}-\d{2}-\d{2}\.md$/.test(file))
    .map((file) => parseDigest(readFileSync(`${folder}/${file}`, 'utf8')).digest);
}
