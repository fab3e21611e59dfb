import type { Bench } from '../bench.ts';
import { COMMANDS, type Held, heldBy } from '../held.ts';
import { type Program, usesOf } from '../running-bot.ts';
import { type Cell, megabytes, type Row, times } from '../table.ts';

/** Milliseconds without work before the memory is read. */
const IDLE = 2000;
const AIM = 1.6;

/** The memory of the bot after its start and after use, beside the bare bot. */
export async function memory({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const next = usesOf(small.files);
  const measure = (program: Program) => heldBy(workspace, program, next, IDLE);
  const bare = await measure('bare');
  const few = await measure({ database: await small.database() });
  const many = await measure({ database: await large.database() });
  const rows = (name: string, of: (held: Held) => number): Row[] => {
    const timesBare = (held: Held): Cell => {
      const ratio = of(held) / of(bare);
      return { text: times(ratio), met: ratio <= AIM };
    };
    return [
      {
        measure: name,
        small: { text: megabytes(of(few)) },
        large: { text: megabytes(of(many)) },
        beside: { name: 'bare bot', small: megabytes(of(bare)) },
      },
      {
        measure: '  times the bare bot',
        small: timesBare(few),
        large: timesBare(many),
        aim: `<= ${times(AIM)}`,
      },
    ];
  };
  return [
    ...rows('started, 2 s idle', ({ started }) => started),
    ...rows(`after ${COMMANDS} commands, 2 s idle`, ({ used }) => used),
  ];
}
