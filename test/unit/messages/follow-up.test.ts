import { describe, expect, test } from 'vitest';
import { expectSpec } from '../../../packages/discord-sandbox/test/support/spec.ts';
import type { Answer } from '../../../src/answers/answer.ts';
import { renderForm } from '../../../src/messages/parts/controls/form.ts';
import { render } from '../../../src/messages/render.ts';
import { expectValid } from './valid.ts';

const choices = Array.from({ length: 25 }, (_, place) => ({
  label: `Paper ${place}`,
  invocation: { command: 'paper', options: { paper: `2412.0${1000 + place}`, authors: 1 } },
}));

function answered(count: number, question: string): Answer {
  return {
    kind: 'choice',
    of: 'paper',
    query: 'x',
    choices: choices.slice(0, count),
    followUp: { command: 'ask', options: { after: question }, form: 'question' },
  };
}

function ids(answer: Answer): string[][] {
  const [message] = render(answer, 'ko').messages;
  return (message?.components ?? []).map((row) =>
    row.components.map((one) => ('custom_id' in one ? one.custom_id : '')),
  );
}

describe('the button for a further question', () => {
  test.each([
    [0, 1],
    [3, 2],
    [5, 2],
    [23, 5],
  ])('is added to %i buttons, in row %i', (count, rows) => {
    const answer = answered(count, '지난주 인기 논문');
    for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
    expect(ids(answer)).toHaveLength(rows);
    expect(ids(answer).at(-1)?.at(-1)).toBe('ask after=지난주+인기+논문 question=?');
  });

  test('is left out if it does not fit', () => {
    const answer = answered(25, 'x');
    expectValid(render(answer, 'en'));
    expect(ids(answer).flat()).not.toContain('ask after=x question=?');
  });

  test('is not added to a refusal, which has no answer to follow up', () => {
    const refusal: Answer = {
      kind: 'refusal',
      reason: 'paper',
      query: 'VisonZip',
      period: null,
      first: '2024-12-06',
      last: '2024-12-06',
      of: 'paper',
      choices: choices.slice(0, 5),
      changes: [],
      followUp: { command: 'ask', options: { after: 'x' }, form: 'question' },
    };
    const rendered = render(refusal, 'en');
    expectValid(rendered);
    expect(ids(refusal).flat()).not.toContain('ask after=x question=?');
    expect(ids(refusal).at(-1)).toEqual(['search query=VisonZip']);
    expect(rendered.messages[0]?.embeds[0]?.description).toBe(
      'I found no paper called “VisonZip”.\nThe archive covers 6 Dec 2024.\n\nClosest titles:\n- Paper 0\n- Paper 1\n- Paper 2',
    );
  });

  test('stores a question that is too long for it', () => {
    const answer = answered(1, '긴 물음 '.repeat(30).trim());
    const rendered = render(answer, 'ko');
    expectValid(rendered);
    expect([...rendered.keep.values()].join()).toContain('question=?');
  });
});

test.each(['en', 'ko'] as const)('the form for a page number is accepted by Discord, in %s', (locale) => {
  const form = renderForm({ command: 'top', options: {}, form: 'page', here: true }, 'top page=? .', locale);
  expectSpec('ModalInteractionCallbackRequestData', form);
  expect(form).toMatchObject({ components: [{ component: { custom_id: 'page', style: 1 } }] });
});

test.each(['en', 'ko'] as const)('a form is accepted by Discord, in %s', (locale) => {
  for (const options of [{ paper: '2412.04467' }, { after: 'top papers' }]) {
    const form = renderForm({ command: 'ask', options, form: 'question' }, 'ask x=y question=?', locale);
    expectSpec('ModalInteractionCallbackRequestData', form);
    expect(form.title.length).toBeLessThanOrEqual(45);
    expect(form).toMatchObject({
      custom_id: 'ask x=y question=?',
      components: [{ type: 18, component: { type: 4, custom_id: 'question', style: 2 } }],
    });
    expect(JSON.stringify(form)).toMatch(locale === 'ko' ? /[가-힣]/ : /^[^가-힣]*$/);
  }
});
