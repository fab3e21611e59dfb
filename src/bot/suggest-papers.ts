import { papersNamed } from '../archive/ids.ts';
import type { Context, Suggestion } from './command.ts';

const SUGGESTIONS = 25;

export function suggestPapers(typed: string, { archive, search }: Context): Suggestion[] {
  const named = papersNamed(typed);
  const found = named.length === 0 ? search.suggest(typed, SUGGESTIONS) : named;
  return found
    .flatMap((hit) => archive.paper(hit.id) ?? [])
    .map((paper) => ({ label: paper.title, value: paper.id }));
}
