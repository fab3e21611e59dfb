import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PaperId } from '../src/archive/paper.ts';

/** A question whose right papers are known. */
export interface Labelled {
  readonly query: string;
  readonly kind: string;
  /** Finding any of them is right. */
  readonly relevant: readonly PaperId[];
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Data kept beside the project, which not every machine has. */
export const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));

/** One labelled query a line; none where the file is missing. */
export function readQueries(file: string): readonly Labelled[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): Labelled => JSON.parse(line)).filter(({ relevant }) => relevant !== undefined);
}

/** Our own questions on the seeds that ask for a paper. */
export function seedQuestions(): readonly Labelled[] {
  return readQueries(`${ROOT}eval/questions/retrieval.jsonl`);
}

/** The Markdown digests of a folder; none where it is missing. */
export function readDigests(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{4}-\d{2}-\d{2}\.md$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}
