import { beforeEach, describe, expect, it } from 'vitest';
import type { Digest, Listing } from '../../../src/archive/paper.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, openTestApp } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';

const TODAY = '2026-11-20';
const AT = Date.parse('2026-11-20T08:30:00Z');

function listing(paperId: string, title: string, votes: number, names = ['Ann First', 'Bo Last']): Listing {
  return {
    paperId,
    title,
    votes,
    authors: { names, cut: false },
    media: null,
    sections: [],
    details: {
      abstract: `In this work we present ${title}, which carries parcels over the fjord by kite.`,
      keywords: [],
      aiSummary: null,
      organization: null,
      code: null,
      project: null,
      hiddenAuthors: 0,
    },
  };
}

const day = (date: string, final: boolean, ...listings: readonly Listing[]): Digest => ({
  date,
  listings,
  fetched: { at: AT, final },
});

describe('a day fetched beside the archive', () => {
  let app: OpenLibrary;
  const put = async (digest: Digest) => {
    await app.store.put(digest, new Date(AT));
    await app.refresh();
  };

  beforeEach(async () => {
    app = await openTestApp();
    await app.search.ready;
    await put(
      day(TODAY, false, listing('2611.00001', 'Kitebird', 5), listing('2611.00002', 'Parcelfish', 9)),
    );
  });

  it('is shown as far as it has come, and is what /today and /ask mean', async () => {
    for (const line of ['/today', '/ask papers of today']) {
      const answer = await ask(app, line);
      expect(answer).toMatchObject({ kind: 'digest', date: TODAY, isFinal: false, votes: 14 });
      expect(shown(render(answer, 'en'))).toContain('Still open:');
    }
    await put(day(TODAY, true, listing('2611.00001', 'Kitebird', 5)));
    expect(await ask(app, '/today')).toMatchObject({ isFinal: true, votes: 5 });
  });

  it('is found by its abstracts, until a paper is taken off the list', async () => {
    expect(await ask(app, '/search parcels fjord kite')).toMatchObject({ kind: 'found', page: { total: 2 } });
    await put(day(TODAY, false, listing('2611.00002', 'Parcelfish', 9)));
    expect(await ask(app, '/search parcels fjord kite')).toMatchObject({
      page: { items: [{ ranked: { paper: { id: '2611.00002' } } }], total: 1 },
    });
    await expect(ask(app, '/paper 2611.00001')).resolves.toMatchObject({ kind: 'notice', tone: 'error' });
  });

  it('brings order, abstract and newer votes to a paper that the Markdown has, and takes no summary', async () => {
    const before = app.archive.paper('2412.04467');
    await put(day('2024-12-06', true, listing('2412.04467', 'VisionZip', 99, ['Senqiao Yang', 'Jiaya Jia'])));
    const after = app.archive.paper('2412.04467');
    expect(after).toMatchObject({
      votes: 99,
      authors: { names: ['Senqiao Yang', 'Jiaya Jia'], ordered: true },
    });
    const textsOf = (paper = before) => paper?.sections.map(({ text }) => text);
    expect(textsOf(after)).toEqual(textsOf(before));
    expect(app.archive.ranked('2024-12-06')[0]?.paper.id).toBe('2412.04467');
    expect(await ask(app, '/author Jiaya Jia')).toMatchObject({ kind: 'author' });
  });
});
