import { dataLines } from '../data.ts';

/** A word or phrase of a meaning. */
export interface Form {
  readonly text: string;
  /** Near one of these it has the meaning; none where it always has. */
  readonly near: readonly string[];
}

/** What English and Korean words mean the same. */
export interface Meaning {
  readonly english: readonly Form[];
  readonly korean: readonly Form[];
}

const lines = dataLines(new URL('./glossary.txt', import.meta.url));

/** The lines as they are in the file, to tell whether it has changed. */
export const GLOSSARY_TEXT = lines.join('\n');

export const GLOSSARY: readonly Meaning[] = lines.map(meaningOf);

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
