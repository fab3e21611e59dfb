import { fold } from '../fold.ts';
import { singular, squash } from '../tokens.ts';

/** More words than this before the colon are a sentence, not a name. */
const NAME_WORDS_MAX = 5;

/** The name of a paper's model: the title up to its colon (`Mini-Gemini: Mining …`); null without one. */
export function nameOf(title: string): string | null {
  const head = /^([^:]+):\s/.exec(title)?.[1]?.trim();
  return head !== undefined && head.split(/\s+/).length <= NAME_WORDS_MAX ? head : null;
}

/**
 * Search terms for finding a paper by what it is called: the name joined (`minigemini`), and the parts of words in
 * CamelCase (`DrawingSpinUp` has drawing, spin, up). Kept apart from a title's other terms, so that `up` does not
 * find that paper as a word of its title would.
 */
export function nameTerms(title: string): readonly string[] {
  const name = nameOf(title);
  const found = new Set<string>(name === null ? [] : [singular(squash(name))]);
  for (const word of title.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const parts = camelParts(word);
    if (parts.length < 2) continue;
    found.add(singular(squash(word)));
    for (const part of parts) found.add(singular(fold(part)));
  }
  found.delete('');
  return [...found];
}

/** `MathVista2` has Math, Vista and 2; `LLaVA` has LLa and VA, `LLMs` is one. */
function camelParts(word: string): readonly string[] {
  const plain = word.replace(/(?<=\p{Lu}{2})s$/u, '');
  return plain.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{Ll}+|\p{N}+|\p{L}+/gu) ?? [];
}
