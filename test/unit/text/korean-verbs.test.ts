import { expect, test } from 'vitest';
import { sensesIn } from '../../../src/text/lexicon/concepts.ts';
import { verbForms } from '../../../src/text/stems/korean-verbs.ts';

test('a verb is found before any ending', () => {
  expect(verbForms('고치')).toEqual(['고치', '고친', '고칠', '고침', '고칩', '고쳐', '고쳤']);
  expect(verbForms('만들')).toEqual(expect.arrayContaining(['만들', '만드는', '만든', '만들어']));
});

test('irregular verbs have their own forms before a vowel', () => {
  const irregular = {
    고르: '골라',
    모으: '모아',
    쉽: '쉬운',
    돕: '도와',
    묻: '물어',
    짓: '지은',
    정하: '정해',
  };
  for (const [stem, form] of Object.entries(irregular)) expect(verbForms(stem)).toContain(form);
  for (const [stem, form] of Object.entries({ 따르: '따라', 잡: '잡아', 웃: '웃은', 믿: '믿은' }))
    expect(verbForms(stem)).toContain(form);
});

test('a stem of one syllable is found only with an ending', () => {
  expect(verbForms('찾')).toContain('찾는');
  expect(verbForms('찾')).not.toContain('찾');
  expect(verbForms('크').every((form) => form.length > 1)).toBe(true);
});

test('all forms of a verb of the glossary have its meaning', () => {
  const senses = ['고치는', '고친', '고쳐서', '고쳤다', '고칠'].map((word) => sensesIn([word]));
  for (const one of senses) expect(one).toEqual(senses[0]);
  expect(senses[0]).not.toEqual([]);
});
