import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { countedIn } from '../../../src/answers/vote-dates.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import type { Digest } from '../../../src/archive/paper.ts';
import { STYLES, type Style } from '../../../src/delivery/subscriptions/subscription.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { embedLength } from '../../../src/messages/limits.ts';
import type { Rendered } from '../../../src/messages/message.ts';
import { render } from '../../../src/messages/render.ts';
import { readRecordedDay } from '../../../src/sources/files/recorded-day.ts';
import { judged } from '../../support/judged.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';
import { pageOf } from '../../unit/messages/samples.ts';
import { expectValid } from '../../unit/messages/valid.ts';

/** The lines of a post that are sentences: neither votes, authors and links nor small print. */
function sentencesIn({ messages }: Rendered): readonly string[] {
  const all = messages.flatMap(({ embeds }) =>
    embeds.flatMap(({ description = '' }) => description.split('\n')),
  );
  return all.filter((line) => line !== '' && !/^(?:▲|-#)/.test(line));
}

const isInLanguage = (line: string, locale: 'en' | 'ko') => /[가-힣]/.test(line) === (locale === 'ko');

const digests = corpus();
const LOCALES = ['en', 'ko'] as const;

/** Days as Hugging Face had them. */
function recordedDays(): Digest[] {
  const folder = sharedFolder('hf');
  const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map(
    (file) =>
      readRecordedDay(file, readFileSync(`${folder}${file}`, 'utf8'), Date.parse('2026-08-21')).digest,
  );
}

describe.skipIf(digests.length === 0)('real digests, including those of Hugging Face', () => {
  let archive: Archive;
  beforeAll(() => {
    const written = digests.map(({ day, markdown }) => parseDigest(markdown, { date: day }).digest);
    archive = judged([...written, ...recordedDays()]);
  });

  it('are posted and listed every day, in both languages', () => {
    for (const date of archive.days()) {
      const papers = archive.ranked(date);
      const votes = papers.reduce(
        (sum, paper) => sum + (typeof paper.votes === 'number' ? paper.votes : 0),
        0,
      );
      const again = { command: 'today', options: { date } };
      for (const locale of LOCALES) {
        const posted = (style: Style) =>
          render(
            {
              kind: 'post',
              date,
              votes,
              counted: countedIn(papers),
              total: papers.length,
              top: papers.slice(0, 10),
              papers,
              roleId: null,
              style,
            },
            locale,
          );
        for (const style of STYLES) expectValid(posted(style));
        const post = posted('cards');
        for (const line of sentencesIn(post)) expect(isInLanguage(line, locale), line).toBe(true);
        const characters = post.messages[0]?.embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
        expect(characters, `${date} leaves room for longer titles`).toBeLessThan(5000);
        const [earlier, later] = [archive.earlier(date), archive.later(date)];
        const day = {
          kind: 'digest',
          date,
          asked: date,
          today: date,
          votes,
          counted: countedIn(papers),
          isFinal: true,
          again,
          earlier,
          later,
        } as const;
        expectValid(render({ ...day, page: pageOf(papers) }, locale));
      }
    }
  });

  it('have a card for each paper', () => {
    for (const [index, paper] of [...archive.papers()].entries()) {
      const locale = index % 2 === 0 ? 'en' : 'ko';
      expectValid(render({ kind: 'paper', paper, allAuthors: null }, locale));
      const { names } = paper.authors;
      if (names.length > 25) expectValid(render({ kind: 'paper', paper, allAuthors: pageOf(names) }, locale));
    }
  }, 60_000);
});
