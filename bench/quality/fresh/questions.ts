import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT, SHARED } from '../query.ts';

const texts = z.array(z.string());
const day = z.string();

/** What an answer must show: texts, numbers and dates word for word, and limits that every listed paper must keep. */
const turnSchema = z.strictObject({
  question: z.string(),
  /** Not answered from the archive: no paper is shown. */
  off: z.boolean().optional(),
  has: texts.optional(),
  has_any: texts.optional(),
  not: texts.optional(),
  /** Texts in this order. */
  order: texts.optional(),
  number: z.number().optional(),
  numbers: z.array(z.number()).optional(),
  decimal: z.number().optional(),
  date: day.optional(),
  month: z.string().optional(),
  /** Words of which most papers have one. */
  topic: texts.optional(),
  /** The best papers of the topic, by title; one of them at least is shown. */
  topic_any: texts.optional(),
  min_votes: z.number().optional(),
  period: z.tuple([day, day]).optional(),
  orgs: texts.optional(),
  author: z.string().optional(),
  code: z.boolean().optional(),
  limit: z.number().optional(),
  count: z.boolean().optional(),
  newest: z.boolean().optional(),
  oldest: z.boolean().optional(),
  fewest: z.boolean().optional(),
});

const lineSchema = z.object({ kind: z.string(), turns: z.array(turnSchema).min(1) });

/** One question, or several of which each is a reply to the answer before. */
export type FreshThread = z.output<typeof lineSchema>;
export type FreshTurn = z.output<typeof turnSchema>;

/** A file for each set, named after the day it was written, before any change made with it; a letter for more of one day. */
const SETS = `${ROOT}bench/quality/questions/fresh/`;

/** The recorded days that the questions were written for. */
export const RECORDED = `${SHARED}hf`;

/** Questions written before the bot was tested with them; none if their recorded days are missing. */
export function freshQuestions(): ReadonlyMap<string, readonly FreshThread[]> {
  if (!existsSync(RECORDED)) return new Map();
  const files = readdirSync(SETS).sort();
  return new Map(files.map((file) => [file.replace('.jsonl', ''), jsonLines(`${SETS}${file}`, lineSchema)]));
}

const sharedSchema = z.object({ q: z.string() });

/** Questions beside the project that the archive cannot answer: small talk, other subjects, injections. */
export function sharedRefusals(): readonly FreshThread[] {
  const file = `${SHARED}questions/refusals.jsonl`;
  if (!existsSync(file)) return [];
  return jsonLines(file, sharedSchema).map(({ q }) => ({ kind: 'off', turns: [{ question: q, off: true }] }));
}

function jsonLines<Item>(file: string, schema: z.ZodType<Item>): readonly Item[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
