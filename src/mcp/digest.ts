import { dailyPost } from '../answers/post.ts';
import type { Archive, Ranked } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { say, tell, tellPlain } from '../messages/locale.ts';
import { creditOf, labelKey, quote } from '../messages/parts/summary.ts';
import { escapeText } from '../messages/parts/text/escape.ts';
import { authorsText, titleText, votesAsOf, votesSum, votesText } from '../messages/parts/text/format.ts';
import { arxivPage, huggingFacePage } from '../messages/parts/text/links.ts';
import { postTitle } from '../messages/post/post.ts';

const SENTENCES = 3;

/** All papers of a day by votes, as Markdown. */
export function digestMarkdown(archive: Archive, date: Day, locale: Language): string {
  const { votes, total, papers } = dailyPost(archive, date, 0);
  const quoted = papers.flatMap(({ paper }) => quote(paper, SENTENCES, locale) ?? []);
  const head = [
    tell('papers.count', locale, { count: total }),
    votesSum(votes, papers, locale),
    votesAsOf(papers, locale),
  ];
  return [
    `# ${postTitle({ date }, locale)}`,
    head.filter((part) => part !== null).join(' · '),
    ...papers.map((ranked, at) => entry(at + 1, ranked, locale)),
    creditOf(quoted, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function entry(place: number, { paper, votes }: Ranked, locale: Language): string {
  const title = escapeText(titleText(paper.title, locale));
  const page = arxivPage(paper.id);
  const discussion = huggingFacePage(paper.id);
  const quoted = quote(paper, SENTENCES, locale);
  const label = labelKey(quoted);
  const facts = [
    escapeText(votesText(votes, locale)),
    escapeText(authorsText(paper.authors, locale)),
    discussion === null ? null : `[${tellPlain('buttons.huggingFace', locale)}](${discussion})`,
  ];
  return [
    `## ${place}. ${page === null ? title : `[${title}](${page})`}`,
    facts.filter((part) => part !== null).join(' · '),
    label === null ? null : `*${say({ key: label }, locale)}*`,
    quoted?.text ?? null,
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}
