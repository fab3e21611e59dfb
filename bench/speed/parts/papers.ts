import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, DataSet } from '../bench.ts';
import { indexed } from '../data/data-set.ts';
import { daysBefore } from '../data/digests.ts';
import { recordedDays } from '../data/recorded-days.ts';
import { newId, syllablesOf } from '../data/vary.ts';
import type { Workspace } from '../data/workspace.ts';
import { COMMANDS, type Held, heldBy } from '../held.ts';
import { paperboy } from '../program.ts';
import { answered, usesOf } from '../running-bot.ts';
import { megabytes, milliseconds, type Row, times } from '../table.ts';

const PAPERS = 12_000;
/** Milliseconds without work before the memory is read: the bot frees memory after three seconds of quiet. */
const IDLE = 8000;
const QUESTION = 'papers by Song Han';
const READY_AIM = 1500;
/** Times the memory of the bare bot. */
const MEMORY_AIM = 2;
const FIRST_AIM = 100;

const dayOfPapers = z.array(
  z.looseObject({
    paper: z.looseObject({ id: z.string(), title: z.string(), authors: z.array(z.unknown()) }),
  }),
);
const authorSchema = z.looseObject({ name: z.string() });
const sumsSchema = z.object({ papers: z.number() });

type Entries = z.output<typeof dayOfPapers>;

/** The bot with 12,000 papers, from Markdown digests and recorded days with abstracts, beside the bare bot. */
export async function papers({ workspace, small }: Bench): Promise<readonly Row[]> {
  const database = await importAll(workspace, small);
  const next = usesOf(small.files);
  const bare = await heldBy(workspace, 'bare', next, IDLE);
  const many = await heldBy(workspace, { database }, next, IDLE, ({ sandbox }) =>
    answered(sandbox, 'ask', { question: QUESTION }),
  );
  const memory = (measure: string, of: (one: Held) => number): Row => ({
    measure,
    large: {
      text: `${megabytes(of(many))} ${times(of(many) / of(bare))}`,
      met: of(many) <= MEMORY_AIM * of(bare),
    },
    beside: { name: 'bare bot', large: megabytes(of(bare)) },
    aim: `<= ${times(MEMORY_AIM)}`,
  });
  return [
    {
      measure: `ready, ${PAPERS.toLocaleString('en')} papers`,
      large: { text: milliseconds(many.ready), met: many.ready <= READY_AIM },
      aim: `<= ${milliseconds(READY_AIM)}`,
    },
    {
      measure: 'first question after it',
      large: { text: milliseconds(many.first), met: many.first <= FIRST_AIM },
      aim: `<= ${milliseconds(FIRST_AIM)}`,
    },
    memory(`started, ${IDLE / 1000} s idle`, ({ started }) => started),
    memory(`after ${COMMANDS} commands, ${IDLE / 1000} s idle`, ({ used }) => used),
  ];
}

/** @returns the URL of a store with `PAPERS` papers of both origins */
async function importAll(workspace: Workspace, { files, folder }: DataSet): Promise<string> {
  const database = `sqlite:${join(workspace.folder, 'papers.db')}`;
  const written = await papersIn(workspace, folder, database);
  const days = join(workspace.folder, 'days');
  mkdirSync(days);
  const recorded = [...recordedDays(files).values()].map((entries) => dayOfPapers.parse(entries));
  const [first = '2023-11-20'] = files.map(({ day }) => day).sort();
  const taken = new Set(
    files.flatMap(({ markdown }) => markdown.match(/(?<=arxiv\.org\/abs\/)[\d.]+/g) ?? []),
  );
  let left = PAPERS - written;
  for (let place = 0; left > 0; place += 1) {
    const entries = recorded[place % recorded.length] ?? [];
    if (entries.length === 0 && recorded.every((one) => one.length === 0)) break;
    const day = daysBefore(first, place + 1);
    const copy = copied(entries.slice(0, left), Math.floor(place / recorded.length) + 1, day, taken);
    writeFileSync(join(days, `${day}.json`), JSON.stringify(copy));
    left -= copy.length;
  }
  await papersIn(workspace, days, database);
  return indexed(database);
}

async function papersIn(workspace: Workspace, folder: string, DATABASE_URL: string): Promise<number> {
  const child = workspace.node(paperboy('import', '--json', folder), { DATABASE_URL });
  const [line = ''] = await child.output();
  return sumsSchema.parse(JSON.parse(line)).papers;
}

/** The same papers on another day, with other ids, titles and names. */
function copied(entries: Entries, copy: number, day: string, taken: Set<string>): Entries {
  const syllables = syllablesOf(copy);
  return entries.map(({ paper, ...entry }) => ({
    ...entry,
    paper: {
      ...paper,
      id: newId(day, taken),
      title: `${paper.title} ${syllables}`,
      authors: paper.authors.map((author) => {
        const read = authorSchema.safeParse(author);
        return read.success ? { ...read.data, name: `${read.data.name} ${syllables}` } : author;
      }),
    },
  }));
}
