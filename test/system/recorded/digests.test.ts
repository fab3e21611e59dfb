import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { sectionKind } from '../../../src/digest-format/read/section.ts';
import { corpus } from '../../support/shared.ts';

const digests = corpus().map((file) => ({ ...file, ...parseDigest(file.markdown) }));

/** Counts by plain patterns over the raw text, with nothing of the parser in it. */
function countRaw(markdown: string) {
  const lines = markdown.split('\n');
  const votes = lines.flatMap((line) => /^Vote: (\d+)$/.exec(line)?.[1] ?? []).map(Number);
  const names = lines.flatMap((line) => {
    const list = /^Authors: (.*)$/.exec(line)?.[1];
    if (list === undefined) return [];
    const items =
      list.startsWith("['") || list.startsWith('["')
        ? list.slice(2, -2).split(/['"], ['"]/)
        : list.split(', ');
    return new Set(items.filter((item) => item !== '+')).size;
  });
  return {
    listings: lines.filter((line) => line.startsWith('### [')).length,
    voted: votes.length,
    votes: sum(votes),
    dashes: lines.filter((line) => line === 'Vote: -').length,
    names: sum(names),
    cut: lines.filter((line) => /^Authors: (?:.*, )?\+(?:,|$)/.test(line)).length,
    images: lines.filter((line) => line.startsWith('![](')).length,
    videos: lines.filter((line) => line.startsWith('[Watch Video]')).length,
    headings: lines.filter((line) => /^- \*\*\*?[^*]+\*+: /.test(line)).length,
    plain: lines.filter((line) => /^- [^*]/.test(line)).length,
  };
}

function countParsed({ listings }: Digest): ReturnType<typeof countRaw> {
  const votes = listings.flatMap((listing) => (typeof listing.votes === 'number' ? listing.votes : []));
  const sections = listings.flatMap((listing) => listing.sections);
  return {
    listings: listings.length,
    voted: votes.length,
    votes: sum(votes),
    dashes: listings.filter((listing) => listing.votes === 'dash').length,
    names: sum(listings.map(({ authors }) => authors.names.length)),
    cut: listings.filter(({ authors }) => authors.cut).length,
    images: listings.filter(({ media }) => media?.kind === 'image').length,
    videos: listings.filter(({ media }) => media?.kind === 'video').length,
    headings: sections.filter(({ heading }) => heading !== null).length,
    plain: sections.filter(({ heading }) => heading === null).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe.skipIf(digests.length === 0)('the real digests', () => {
  it('have what a count over the raw text finds, file by file', () => {
    const raw = digests.map(({ day, markdown }) => ({ day, ...countRaw(markdown) }));
    expect(digests.map(({ day, digest }) => ({ day, ...countParsed(digest) }))).toEqual(raw);
    expect(sum(raw.map(({ listings }) => listings))).toBeGreaterThan(2000);
  });

  it('have the day of their file', () => {
    expect(digests.map(({ digest }) => digest.date)).toEqual(digests.map(({ day }) => day));
  });

  it('give a warning for control characters and for nothing else', () => {
    const warnings = digests.flatMap(({ day, warnings: found }) =>
      found.map(({ line, rule }) => `${day}:${line} ${rule}`),
    );
    expect(warnings).toEqual(['2024-08-08:95 control-characters']);
  });

  it('have a title, a name for every author and a text for every point', () => {
    for (const { digest } of digests) {
      for (const { title, authors, sections, media } of digest.listings) {
        expect([title, ...authors.names, ...(media ? [media.url] : [])]).not.toContain('');
        expect(sections.length).toBeGreaterThan(0);
        for (const { heading, text } of sections) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/^(?:\*\*|:|\[\{)|[\x00-\x08\x0b-\x1f]/);
          if (heading !== null) expect(heading).toMatch(/^[^*:]+$/);
        }
      }
    }
  });

  it('have the three known headings nearly everywhere', () => {
    const headings = digests.flatMap(({ digest }) =>
      digest.listings.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading ?? [])),
    );
    const others = headings.filter((heading) => sectionKind(heading) === 'other');
    expect(headings.length).toBeGreaterThan(6000);
    expect(others.length).toBeLessThan(20);
  });
});
