import type { Page } from '../../../src/answers/answer.ts';
import type { Ranked } from '../../../src/archive/archive.ts';
import type { Paper, Section } from '../../../src/archive/paper.ts';
import type { Rendered } from '../../../src/messages/message.ts';

const SECTIONS: readonly Section[] = [
  {
    heading: "What's New",
    text: 'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다. 셋째 문장입니다.',
  },
  { heading: 'Technical Details', text: '중요한 토큰만 고릅니다.' },
  { heading: 'Performance Highlights', text: '8배 빨라졌습니다.' },
];

/** A paper as most are, with parts of it changed. */
export function paperOf(parts: Partial<Paper> = {}): Paper {
  const paper = {
    id: '2412.04467',
    title: 'VisionZip: Longer is Better but Not Necessary',
    authors: {
      names: ['Senqiao Yang', 'Yukang Chen', 'Zhuotao Tian', 'Chengyao Wang', 'Jingyao Li'],
      cut: false,
    },
    votes: 53,
    votesAsOf: '2024-12-06',
    media: null,
    sections: SECTIONS,
    details: null,
    origins: ['markdown'],
    doubtful: false,
    ...parts,
  } as const;
  const { id, title, authors, votes, votesAsOf, media, sections, details, origins } = paper;
  const said = { title, authors, votes, votesAsOf, media, sections, ...(details !== null && { details }) };
  const listing = { date: '2024-12-06', paperId: id, origins, ...said };
  return { listings: [listing], ...paper };
}

export function rankedOf(rank: number, parts: Partial<Paper> = {}): Ranked {
  const paper = paperOf({ id: `2412.0${String(4467 + rank)}`, ...parts });
  return { rank, paper, votes: paper.votes, votesAsOf: paper.votesAsOf, date: '2024-12-06' };
}

export function pageOf<Item>(items: readonly Item[], parts: Partial<Page<Item>> = {}): Page<Item> {
  return { items, page: 1, pages: 1, total: items.length, ...parts };
}

/** What a reader sees of the only message: its texts, then one line for each row of controls. */
export function shown({ messages }: Rendered): string {
  const [message] = messages;
  if (message === undefined) return '';
  const embeds = message.embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const rows = message.components.map((row) =>
    row.components
      .map((one) => {
        if (one.type === 3) {
          const options = one.options.map(({ label, description = '' }) => `${label} (${description})`);
          return `<${one.placeholder}> ${one.custom_id}: ${options.join(' | ')}`;
        }
        if (one.type !== 2 || !('label' in one)) return one.type;
        const target = 'url' in one ? one.url : 'custom_id' in one ? one.custom_id : '';
        return `[${one.label}] ${one.disabled ? '(disabled)' : target}`;
      })
      .join('  '),
  );
  return [message.content, ...embeds, ...rows].filter(Boolean).join('\n');
}
