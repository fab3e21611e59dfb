import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createModel } from '../../../src/model/openai-compatible.ts';
import type { Model } from '../../../src/model/port.ts';
import { POINTS } from '../../../src/summaries/summary.ts';
import { summarize, summaryKey } from '../../../src/summaries/write.ts';
import { type Behaviour, type ModelRequest, saying, startFakeModel } from '../../support/fake-model.ts';
import { anyText } from '../messages/arbitraries.ts';
import { GOOD, quote, ROBOT, ZIP } from './papers.ts';

async function modelThat(behave: (request: ModelRequest, nth: number) => Behaviour) {
  const { url, requests } = await startFakeModel(behave);
  const model = createModel({ baseUrl: url, model: 'fake', apiKey: null, timeout: 400 }, () => {});
  return { model, requests };
}

const EMPTY = { text: '', evidence: [] };
const LYING = { text: 'It keeps 99% of the performance on the benchmarks.', evidence: quote(3) };

describe('a summary', () => {
  test.each(['en', 'ko'] as const)(
    'has what a good model writes, with its evidence (%s)',
    async (language) => {
      const { model, requests } = await modelThat(() => saying(GOOD[language]));
      const made = await summarize(ZIP, language, model);
      expect(made).toEqual({
        is: 'written',
        summary: {
          paperId: ZIP.id,
          language,
          points: POINTS.map((point) => ({ point, ...GOOD[language][point] })),
          model: 'fake',
          key: summaryKey(ZIP, language),
        },
        tokens: { in: 100, out: 20 },
      });
      expect(requests.map(({ data }) => data)).toEqual([{ title: ZIP.title, abstract: ZIP.abstract }]);
    },
  );

  test('is corrected once, after the model was told the problems', async () => {
    const draft = { ...GOOD.en, performance: LYING };
    const { model, requests } = await modelThat((_request, nth) => saying(nth === 1 ? draft : GOOD.en));
    const made = await summarize(ZIP, 'en', model);
    expect(made).toMatchObject({ is: 'written', tokens: { in: 200, out: 40 } });
    expect(requests[1]?.data).toMatchObject({
      problems: ['performance: numbers that its evidence does not have: 99 %'],
    });
  });

  test('leaves out points that fail twice, and points that the abstract does not cover', async () => {
    const lying = await modelThat(() => saying({ ...GOOD.en, performance: LYING }));
    const silent = await modelThat(() => saying({ ...GOOD.en, performance: EMPTY }));
    for (const { model } of [lying, silent]) {
      const made = await summarize(ZIP, 'en', model);
      expect(made.is === 'written' ? made.summary.points.map(({ point }) => point) : made).toEqual([
        'new',
        'technical',
      ]);
    }
    expect([lying.requests.length, silent.requests.length]).toEqual([2, 1]);
  });

  test.each([
    ['no title', { ...ZIP, title: ' \u200B' }, 'no-title'],
    ['no abstract', { ...ZIP, abstract: '' }, 'no-abstract'],
    ['nothing to be seen', { ...ZIP, abstract: '\n \u200B\u3164 …' }, 'no-abstract'],
    ['a sentence', { ...ZIP, abstract: quote(0).join() }, 'short'],
    ['a book', { ...ZIP, abstract: ZIP.abstract.repeat(20) }, 'long'],
  ])('is not requested with %s', async (_what, source, reason) => {
    const { model, requests } = await modelThat(() => saying(GOOD.en));
    expect(await summarize(source, 'en', model)).toEqual({ is: 'refused', reason });
    expect(requests).toHaveLength(0);
  });

  test.each<[string, Behaviour, string]>([
    ['invents numbers', saying({ new: LYING, technical: LYING, performance: LYING }), 'problems'],
    ['writes of another paper', saying(drafted(ROBOT.abstract.split(/(?<=\.) /), quote(1))), 'problems'],
    [
      'quotes another paper',
      saying(drafted(ROBOT.abstract.split(/(?<=\.) /), ROBOT.abstract.split(/(?<=\.) /))),
      'problems',
    ],
    [
      'invents quotes',
      saying(drafted(['TokenZip keeps visual tokens.'], ['TokenZip keeps it.'])),
      'problems',
    ],
    ['writes in another language', saying(GOOD.ko), 'problems'],
    ['writes without end', saying(drafted(['a'.repeat(60_000)], ['b'.repeat(9000)])), 'problems'],
    ['writes nothing', saying({ new: EMPTY, technical: EMPTY, performance: EMPTY }), 'problems'],
    ['writes one point', saying({ new: GOOD.en.new, technical: EMPTY, performance: EMPTY }), 'problems'],
    ['gives wrong types', saying({ new: 'x' }), 'unreadable'],
    ['is cut off', { says: '{"new":', finish: 'length' }, 'cut'],
    ['refuses', { says: null, refusal: 'no' }, 'refused'],
    ['hangs', 'hang', 'late'],
    ['hangs up', 'close', 'unreachable'],
    ['fails', { status: 500 }, 'status'],
  ])('fails if the model %s', async (_what, behaviour, why) => {
    const { model } = await modelThat(() => behaviour);
    const patience = behaviour === 'hang' ? 400 : undefined;
    expect(await summarize(ZIP, 'en', model, patience)).toMatchObject({ is: 'failed', why });
  });

  test('the good model’s summary of one paper is rejected for another', async () => {
    const { model } = await modelThat(() => saying(GOOD.en));
    expect(await summarize(ROBOT, 'en', model)).toMatchObject({ is: 'failed' });
  });

  test('has no word that a model invents', async () => {
    const written = fc.record({
      text: fc.oneof(
        anyText(200),
        fc
          .integer({ min: 12, max: 94 })
          .map((number) => `It keeps ${number}% of the performance of the tokens.`),
        fc.constantFrom(...ROBOT.abstract.split(/(?<=\.) /)),
      ),
      evidence: fc.oneof(
        fc.subarray(quote(0, 1, 2, 3, 4)),
        fc.array(fc.oneof(anyText(100), fc.constantFrom(...ROBOT.abstract.split(/(?<=\.) /))), {
          maxLength: 4,
        }),
      ),
    });
    const draft = fc.record({ new: written, technical: written, performance: written });
    await fc.assert(
      fc.asyncProperty(draft, fc.constantFrom('en', 'ko'), async (value, language) => {
        const made = await summarize(ZIP, language, saysAlways(value));
        expect(made.is).toBe('failed');
      }),
      { numRuns: 150 },
    );
  });
});

/** Each point with a text and evidence, taken in turn. */
function drafted(texts: readonly string[], evidence: readonly string[]) {
  const of = (at: number) => ({
    text: texts[at % texts.length] ?? '',
    evidence: [evidence[at % evidence.length] ?? ''],
  });
  return { new: of(1), technical: of(2), performance: of(3) };
}

function saysAlways(value: unknown): Model {
  return {
    name: 'fake',
    open: () => async (prompt) => ({ ok: true, value: prompt.shape.parse(value), tokens: { in: 0, out: 0 } }),
  };
}
