import { describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import type { Digest, Listing } from '../../../src/archive/paper.ts';

const details = {
  abstract: null,
  keywords: [],
  aiSummary: null,
  code: null,
  project: null,
  hiddenAuthors: 0,
};
const NAMES = [
  ...['NVIDIA', 'NVIDIA', 'Tencent', 'Tencent Hunyuan', 'AI at Meta', 'Meta Research', 'KAIST AI'],
  ...[
    'Qwen',
    'Qwen Business Unit',
    'The University of Hong Kong',
    'Massachusetts Institute of Technology',
    null,
  ],
];
const listing = (organization: string | null, at: number): Listing => ({
  paperId: `2608.${10_000 + at}`,
  title: `Title ${at}`,
  votes: at,
  authors: { names: [], cut: false },
  media: null,
  sections: [],
  details: { ...details, organization },
});
const digest: Digest = {
  date: '2026-08-18',
  listings: NAMES.map(listing),
  fetched: { at: 1, final: true },
};
const archive = Archive.of([digest]);
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

describe('organizations', () => {
  test('are counted by their submitted papers, most first', () => {
    expect(archive.organizations()[0]).toEqual({ name: 'NVIDIA', papers: 2 });
    expect(archive.organizations()).toHaveLength(10);
    expect(archive.papersFrom('NVIDIA').map(({ title }) => title)).toEqual(['Title 0', 'Title 1']);
  });

  test.each([
    ['nvidia', ['NVIDIA']],
    ['엔비디아', ['NVIDIA']],
    ['텐센트', ['Tencent']],
    ['tencent-hunyuan', ['Tencent Hunyuan']],
    ['메타', ['AI at Meta', 'Meta Research']],
    ['Meta', ['AI at Meta', 'Meta Research']],
    ['카이스트', ['KAIST AI']],
    ['qwen', ['Qwen']],
    ['University of Hong Kong', ['The University of Hong Kong']],
    ['MIT', ['Massachusetts Institute of Technology']],
    ['구글', []],
    ['', []],
  ])('%s means %j', (typed, expected) => {
    expect(names(archive.findOrganizations(typed).same)).toEqual(expected);
  });

  test('with all typed words, or a typing mistake away, are offered', () => {
    expect(names(archive.findOrganizations('tencent').partial)).toEqual(['Tencent Hunyuan']);
    expect(names(archive.findOrganizations('Tencnet').near)).toEqual(['Tencent']);
    expect(names(archive.findOrganizations('zzz').near)).toEqual([]);
    expect(names(archive.suggestOrganizations('qw', 5))).toEqual(['Qwen', 'Qwen Business Unit']);
    expect(names(archive.suggestOrganizations('메타', 5))).toEqual(['AI at Meta', 'Meta Research']);
    expect(names(archive.suggestOrganizations('', 1))).toEqual(['NVIDIA']);
  });

  test('are those of the current digests', () => {
    const changing = Archive.of([digest]);
    expect(changing.organizations()).toHaveLength(10);
    changing.put({ ...digest, listings: [] });
    expect(changing.organizations()).toEqual([]);
  });
});
