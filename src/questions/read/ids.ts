import { readPaperId } from '../../archive/ids.ts';
import type { PaperId } from '../../archive/paper.ts';

/** Addresses, ids behind the name of arXiv, and bare ids; `readPaperId` says what they are. */
const ADDRESS = /(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[\w.~%/?#&=:+@-]+/giu;
const NAMED = /arxiv\s*[:.]?\s*(?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?!\d)/giu;
const BARE = /(?<![\p{L}\p{N}./-])\d{4}\.\d{4,5}(?:v\d+)?(?!\d|\.\d)/gu;

/** arXiv's numbers had four digits until the end of 2014 and have five since; others only look like them. */
const REAL = /^(?:0[7-9]|1[0-4])\d{2}\.\d{4}$|^(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}$/;

/** An id in a text, and where it stands. */
export interface IdIn {
  readonly id: PaperId;
  readonly start: number;
  readonly end: number;
}

/** Finds arXiv ids: in addresses of arXiv and Hugging Face, behind `arXiv:`, and as people write them. */
export function idsIn(text: string, isHeld: (id: PaperId) => boolean): readonly IdIn[] {
  const found: IdIn[] = [];
  for (const pattern of [ADDRESS, NAMED, BARE]) {
    for (const { 0: raw, index } of text.matchAll(pattern)) {
      const piece = raw.replace(/[.:?_~/]+$/, '');
      const id = readPaperId(piece);
      const end = index + piece.length;
      if (id === null || found.some((one) => one.start < end && index < one.end)) continue;
      // A bare number may be anything, and so may `and/2024123`.
      const isNamed = /arxiv|huggingface|hf\.co|doi\.org/i.test(piece) || REAL.test(id);
      if (isNamed || isHeld(id)) found.push({ id, start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
