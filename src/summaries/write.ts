import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../language.ts';
import { MODEL_LANGUAGES } from '../model/checks/model-languages.ts';
import { asData, DATA_ONLY, plainLine } from '../model/checks/prompt-data.ts';
import type { Model, ModelFailure, Prompt, Tokens } from '../model/port.ts';
import { isOfAnother, oneLine, problemsOf } from './check.ts';
import { POINTS, type Point, type Summary, type SummaryPoint, type SummarySource } from './summary.ts';

/** Increase it with every change of the prompt: summaries are then written again. */
const PROMPT_VERSION = 1;
/** An abstract has at least `words` and at most `abstract` characters; `title`: the longest title sent. */
const INPUT = { words: 30, title: 300, abstract: 6000 };
const ATTEMPTS = 2;
/** Of one attempt, ms; nobody waits for it. */
const TIMEOUT = 60_000;
const written = z.object({ text: z.string(), evidence: z.array(z.string()) });
const shape = z.object({ new: written, technical: written, performance: written });
type Draft = z.output<typeof shape>;

export type Summarized =
  | { readonly is: 'written'; readonly summary: Summary; readonly tokens: Tokens }
  /** There is nothing to summarize. */
  | { readonly is: 'refused'; readonly reason: 'no-title' | 'no-abstract' | 'short' | 'long' }
  /** No answer, or too little of it passed the checks. */
  | {
      readonly is: 'failed';
      readonly why: ModelFailure | 'problems';
      readonly problems: readonly string[];
      readonly tokens: Tokens;
    };

/** An input is summarized once per language. */
export function summaryKey({ id, title, abstract }: SummarySource, language: Language): string {
  const input = JSON.stringify([PROMPT_VERSION, language, id, title, abstract]);
  return createHash('sha256').update(input).digest('hex').slice(0, 32);
}

/**
 * Lets a model summarize an abstract. Code checks each point, and the model gets one chance to fix problems. Never rejects.
 *
 * @param timeout milliseconds per attempt
 */
export async function summarize(
  source: SummarySource,
  language: Language,
  model: Model,
  timeout = TIMEOUT,
): Promise<Summarized> {
  const reason = refusalOf(source);
  if (reason !== null) return { is: 'refused', reason };
  const held = new Map<Point, SummaryPoint>();
  let problems: readonly string[] = [];
  let tokens: Tokens = { in: 0, out: 0 };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const reply = await model.open(timeout)(promptFor(source, language, problems));
    if (!reply.ok) return { is: 'failed', why: reply.why, problems, tokens };
    tokens = { in: tokens.in + reply.tokens.in, out: tokens.out + reply.tokens.out };
    problems = takeIn(held, pointsOf(reply.value), source, language);
    if (problems.length === 0) break;
  }
  const points = POINTS.flatMap((point) => held.get(point) ?? []);
  if (!held.has('new') || points.length < 2) return { is: 'failed', why: 'problems', problems, tokens };
  if (isOfAnother(points, source))
    return { is: 'failed', why: 'problems', problems: [...problems, 'describes another paper'], tokens };
  const key = summaryKey(source, language);
  const summary = { paperId: source.id, language, points, model: model.name, key };
  return { is: 'written', summary, tokens };
}

/** Adds the points that pass, the first of each kind. @returns the problems of the others */
function takeIn(
  held: Map<Point, SummaryPoint>,
  points: readonly SummaryPoint[],
  source: SummarySource,
  language: Language,
): readonly string[] {
  const problems: string[] = [];
  for (const point of points) {
    if (held.has(point.point)) continue;
    const found = problemsOf(point, source, language);
    const isSaid = [...held.values()].some(({ text }) => text === point.text);
    if (isSaid) problems.push(`${point.point}: says the same as another point`);
    else if (found.length === 0) held.set(point.point, point);
    else problems.push(...found);
  }
  const missing = POINTS.slice(0, 2).filter((point) => !held.has(point));
  return problems.length > 0 ? problems : missing.map((point) => `${point}: nothing was written`);
}

function pointsOf(draft: Draft): readonly SummaryPoint[] {
  return POINTS.flatMap((point) => {
    const { text, evidence } = draft[point];
    const line = text.normalize('NFC').trim();
    return line === '' ? [] : [{ point, text: line, evidence: evidence.map(oneLine) }];
  });
}

function refusalOf({ title, abstract }: SummarySource): 'no-title' | 'no-abstract' | 'short' | 'long' | null {
  if (plainLine(title, INPUT.title) === '') return 'no-title';
  const words = plainLine(abstract, INPUT.abstract + 1).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 'no-abstract';
  if (words.length < INPUT.words) return 'short';
  return abstract.length > INPUT.abstract ? 'long' : null;
}

function promptFor(
  { title, abstract }: SummarySource,
  language: Language,
  problems: readonly string[],
): Prompt<Draft> {
  return {
    name: 'summary',
    instructions: [
      `You summarize a paper from its title and abstract alone. ${DATA_ONLY}`,
      `Write in ${MODEL_LANGUAGES[language].summary}: under "new" what is new, under "technical" how it works, under "performance" what was`,
      'measured. Each is one to three plain sentences on one line: no links, no Markdown, no lists, no praise.',
      'With each give as evidence one to four quotes: whole sentences of the abstract, copied letter for letter.',
      'Say nothing that the abstract does not say. Every number, with its unit, stands in the evidence of the point it is in;',
      'write it in digits as there. Where the abstract says nothing of a point, leave its text and evidence empty.',
      ...(problems.length > 0
        ? ['A draft of yours had the problems listed; write all points anew without them.']
        : []),
      'Answer with JSON alone: {"new":{"text":"…","evidence":["…"]},"technical":{…},"performance":{…}}',
    ].join('\n'),
    data: asData({
      title: plainLine(title, INPUT.title),
      abstract: plainLine(abstract, INPUT.abstract),
      ...(problems.length > 0 && { problems: problems.map((problem) => plainLine(problem, 300)) }),
    }),
    shape,
  };
}
