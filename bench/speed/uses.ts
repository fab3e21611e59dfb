import { Archive } from '../../src/archive/archive.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { questionsOf } from './data/questions.ts';
import type { DigestFile } from './data/vary.ts';
import { answered, type Program, type RunningBot } from './running-bot.ts';

/** Uses the next slash command. @returns milliseconds until its answer */
type UseNext = (bot: RunningBot, program: Program) => Promise<number>;

/** Cycles through all kinds of questions about these digests; the bare bot only gets `/help`. */
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
