import { Archive } from '../../src/archive/archive.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { questionsOf } from './data/questions.ts';
import type { DigestFile } from './data/vary.ts';
import { answered, type Program, type RunningBot } from './running-bot.ts';

/** Makes the next use of a slash command, and resolves with the milliseconds until its answer was seen. */
export type UseNext = (bot: RunningBot, program: Program) => Promise<number>;

/** Questions of all kinds in turn about these digests. The bare bot has one answer and is asked for that. */
export function usesOf(files: readonly DigestFile[]): UseNext {
  const digests = files.map(({ markdown, day }) => parseDigest(markdown, { date: day }).digest);
  const kinds = questionsOf(Archive.of(digests)).filter(({ pressed }) => pressed === undefined);
  let call = 0;
  return ({ sandbox }, program) => {
    const kind = program === 'bare' ? undefined : kinds[call % kinds.length];
    const options = kind?.options[Math.floor(call / kinds.length) % kind.options.length];
    call += 1;
    return answered(sandbox, kind?.command ?? 'help', options);
  };
}
