import { expect, test } from 'vitest';
import { ORIGINS } from '../../../src/archive/merge/origins.ts';
import { readConfig } from '../../../src/config.ts';
import { openSources } from '../../../src/sources/sources.ts';

const opened = (environment: Record<string, string>) =>
  openSources(readConfig(environment)).map(({ origin, paper }) => ({
    origin,
    tellsPapers: paper !== undefined,
  }));

test('Hugging Face is a source of days and papers unless it is switched off', () => {
  expect(opened({})).toEqual([{ origin: 'huggingface', tellsPapers: true }]);
  expect(opened({ HUGGINGFACE_URL: 'off' })).toEqual([]);
});

test('a fetched digest has precedence over Markdown', () => {
  expect(ORIGINS).toEqual(['huggingface', 'markdown']);
});
