import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Digest, PaperId } from '../../src/archive/paper.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { isRecordedDay, readRecordedDay } from '../../src/sources/files/recorded-day.ts';

/** A question whose right papers are known. */
export interface Labelled {
  readonly query: string;
  readonly kind: string;
  /** Finding any of them is right. */
  readonly relevant: readonly PaperId[];
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Data kept beside the project, which not every machine has. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** One labelled query a line; none where the file is missing. */
export function readQueries(file: string): readonly Labelled[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): Labelled => JSON.parse(line)).filter(({ relevant }) => relevant !== undefined);
}

/** What one would type to find a paper that was described in other words; the kind says the languages. */
export function readTopics(): readonly Labelled[] {
  const file = `${SHARED}questions/topics.jsonl`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): { keywords: string; lang: string; text: string; paper: string } => JSON.parse(line))
    .map(({ keywords, lang, text, paper }) => ({
      query: keywords,
      kind: `${lang} to ${text}`,
      relevant: [paper.split(' ')[0] ?? ''],
    }));
}

/** Our own questions on the seeds that ask for a paper. */
export function seedQuestions(): readonly Labelled[] {
  return readQueries(`${ROOT}bench/quality/questions/retrieval.jsonl`);
}

/** Our own questions on papers that both Markdown digests and recorded days have, in other words than theirs. */
export function bothOriginsQuestions(): readonly Labelled[] {
  return readQueries(`${ROOT}bench/quality/questions/both-origins.jsonl`);
}

/**
 * What one would type into `/search`, in other words than the paper's, once in each language; written down from random
 * papers with one text before the ranking was looked at with them. The kind says the languages of query and text.
 */
export function keywordQueries(): readonly Labelled[] {
  return readQueries(`${ROOT}bench/quality/questions/keywords.jsonl`);
}

/** Korean keywords for random papers of English text from May 2025 on, written on the day of the file's name; nobody tunes on them. */
export function heldOutKeywords(): readonly Labelled[] {
  return readQueries(`${ROOT}bench/quality/questions/keywords-2026-11-30.jsonl`);
}

/** The days of a folder as Hugging Face gave them; none where it is missing. */
export function readRecordedDays(folder: string): readonly Digest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isRecordedDay)
    .map((file) => readRecordedDay(file, readFileSync(`${folder}/${file}`, 'utf8'), Date.now()).digest);
}

/** The Markdown digests of a folder; none where it is missing. */
export function readDigests(folder: string): readonly Digest[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{4}-\d{2}-\d{2}\.md$/.test(file))
    .map((file) => parseDigest(readFileSync(`${folder}/${file}`, 'utf8')).digest);
}
