import { papersNamed } from '../archive/ids.ts';
import { suggestZones, zoneLabel } from '../delivery/rules/zones.ts';
import type { Context, Suggestion } from './command.ts';

/** Discord shows at most 25 suggestions. */
export const SUGGESTIONS = 25;

/** Papers by the typed part of their title, or the one whose id or link was typed. */
export function suggestPapers(typed: string, { archive, search }: Context): Suggestion[] {
  const named = papersNamed(typed);
  const found = named.length === 0 ? search.suggest(typed, SUGGESTIONS) : named;
  return found
    .flatMap((hit) => archive.paper(hit.id) ?? [])
    .map((paper) => ({ label: paper.title, value: paper.id }));
}

export function suggestAuthors(typed: string, { archive }: Context): Suggestion[] {
  return archive.suggestAuthors(typed, SUGGESTIONS).map(withCount);
}

export function suggestOrganizations(typed: string, { archive }: Context): Suggestion[] {
  return archive.suggestOrganizations(typed, SUGGESTIONS).map(withCount);
}

export function suggestTimeZones(typed: string): Suggestion[] {
  return suggestZones(typed, SUGGESTIONS)
    .map(zoneLabel)
    .map((zone) => ({ label: zone, value: zone }));
}

/** A name or day, and how many papers it has. */
export function withCount({ name, papers }: { readonly name: string; readonly papers: number }): Suggestion {
  return { label: name, remark: { key: 'suggest.papers', values: { count: papers } }, value: name };
}
