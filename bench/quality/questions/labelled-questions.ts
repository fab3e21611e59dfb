import { readFileSync } from 'node:fs';
import { z } from 'zod';

const period = { from: z.string(), to: z.string() };
const asked = { id: z.string(), question: z.string() };

/** A question whose answer can be counted, and what to count. */
const factSchema = z.discriminatedUnion('check', [
  z.object({ ...asked, check: z.enum(['papers', 'votes-sum', 'days', 'active']), ...period }),
  z.object({ ...asked, check: z.enum(['top', 'place']), n: z.number(), ...period }),
  z.object({ ...asked, check: z.literal('at-least'), votes: z.number(), ...period }),
  z.object({
    ...asked,
    check: z.enum(['within', 'within-count']),
    least: z.number(),
    most: z.number(),
    ...period,
  }),
  z.object({ ...asked, check: z.literal('fewest'), n: z.number(), ...period }),
  z.object({ ...asked, check: z.literal('oldest'), ...period }),
  z.object({ ...asked, check: z.literal('oldest-by'), name: z.string() }),
  z.object({ ...asked, check: z.literal('card'), paper: z.string() }),
  z.object({ ...asked, check: z.literal('author-votes'), name: z.string() }),
  z.object({ ...asked, check: z.literal('author'), name: z.string() }),
  z.object({ ...asked, check: z.literal('author-count'), name: z.string(), ...period }),
  z.object({ ...asked, check: z.enum(['authors', 'listed', 'votes']), paper: z.string() }),
  z.object({ ...asked, check: z.literal('compare'), papers: z.tuple([z.string(), z.string()]) }),
  z.object({ ...asked, check: z.enum(['shared', 'shared-count']), names: z.tuple([z.string(), z.string()]) }),
  z.object({ ...asked, check: z.literal('busiest') }),
  z.object({ ...asked, check: z.literal('digest'), date: z.string() }),
]);

export type FactQuestion = z.infer<typeof factSchema>;

const passageSchema = z.object({ ...asked, papers: z.array(z.string()) });
const topicSchema = z.object({
  ...asked,
  /** When it was written, before anybody saw an answer to it. */
  date: z.iso.date(),
  set: z.enum(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']),
  language: z.enum(['en', 'ko']),
  papers: z.array(z.string()),
});
const refusalSchema = z.object({ ...asked, kind: z.string() });

/** Questions that facts answer. */
export const factQuestions = () => lines('facts', factSchema);
/** Questions that sentences answer, with the papers that have them. */
export const passageQuestions = () => lines('passages', passageSchema);
/** Subjects of random papers as people ask for them, with the paper each was written from. */
export const topicQuestions = () => lines('topics', topicSchema);
/** Questions that the archive cannot answer: other subjects, unknown people, papers or periods. */
export const refusalQuestions = () => lines('refusals', refusalSchema);
/** Questions that try to mention, link, break out of Markdown or give orders. */
export const injectionQuestions = () => lines('injections', z.object(asked));
/** Questions in pairs that share words or form, of which the archive can answer one: to learn from, not to measure with. */
export const contrastQuestions = () =>
  lines('contrasts-2026-12-01', z.object({ question: z.string(), off: z.boolean() }));

function lines<Item>(name: string, schema: z.ZodType<Item>): readonly Item[] {
  const file = new URL(`${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}
