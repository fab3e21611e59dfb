import { dataLines } from '../data.ts';
import { hashOf } from '../hash.ts';

/** A word or phrase with the conditions of its meaning. */
export interface Form {
  readonly text: string;
  /** It has the meaning only near one of these; empty if always. */
  readonly near: readonly string[];
}

/** English and Korean words of the same meaning. */
interface Meaning {
  readonly english: readonly Form[];
  readonly korean: readonly Form[];
}

const lines = dataLines(new URL('./glossary.txt', import.meta.url));

/** Changes with the file. */
export const GLOSSARY_VERSION = hashOf(lines.join('\n')).toString(36);

/** Read from the lines each time: all meanings as objects take 2 MB. */
export const GLOSSARY: Iterable<Meaning> = {
  *[Symbol.iterator]() {
    for (const line of lines) yield meaningOf(line);
  },
};

/** @param line `diffusion, denoising | 확산 {모델 이미지}, 디퓨전` */
function meaningOf(line: string): Meaning {
  const [english = '', korean = ''] = line.split(' | ');
  return { english: formsOf(english), korean: formsOf(korean) };
}

function formsOf(side: string): readonly Form[] {
  return side.split(',').flatMap((part) => {
    const [text = '', near = ''] = part.trim().split(/[{}]/);
    return text === '' ? [] : [{ text: text.trim(), near: near.split(' ').filter(Boolean) }];
  });
}
