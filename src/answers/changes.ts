import type { TextKey } from '../messages/locales/translation.ts';
import type { Change, Wanted } from './answer.ts';
import type { Invocation, Options } from './invocation.ts';
import type { AnswerLibrary } from './library.ts';
import { BETWEEN } from './options/names.ts';

const OTHERS_MAX = 2;

/** The command without each of its limits, and with each organization of a similar name. */
export function limitChanges(
  again: Invocation,
  wanted: Wanted,
  others: readonly string[] = [],
): readonly Change[] {
  const { authors, anyAuthor, firstAuthor, lastAuthor, organizations } = wanted.filter;
  const without = (key: TextKey, drop: readonly string[], name = ''): readonly Change[] =>
    drop.some((option) => again.options[option] !== undefined) ? [changed(again, key, { drop, name })] : [];
  const ends = [firstAuthor, lastAuthor].filter((name) => name !== null).join(', ');
  const oneLess = authors.map((name) => {
    const left = authors.filter((other) => other !== name).join(BETWEEN);
    const options = left === '' ? {} : { author: left };
    return changed(again, 'found.change.without', { drop: ['author'], name, options });
  });
  return [
    ...without('found.change.all', ['from', 'to', 'except_from', 'except_to', 'same_day']),
    ...without('found.change.whole', ['limit', 'place', 'place_to']),
    ...oneLess,
    ...without('found.change.without', ['any_author'], anyAuthor.join(', ')),
    ...without('found.change.without', ['first_author', 'last_author'], ends),
    ...without('found.change.without', ['organization'], organizations.join(', ')),
    ...others
      .slice(0, OTHERS_MAX)
      .map((name) => changed(again, 'found.change.name', { name, options: { organization: name } })),
    ...without('found.change.votes', ['min_votes', 'max_votes']),
    ...without('found.change.authors', ['min_authors', 'max_authors']),
    ...without('found.change.title', ['title']),
    ...without('found.change.code', ['code']),
    ...without('found.change.exclude', ['exclude']),
    ...without('found.change.topic', ['query']),
  ];
}

/** Other readings of a name: an organization as a topic, a topic as an author or an organization. */
export function otherReadings(
  again: Invocation,
  { query, filter }: Wanted,
  { archive, search }: AnswerLibrary,
): readonly Change[] {
  const [organization = '', ...others] = filter.organizations;
  if (query === null) {
    const isTopic = organization !== '' && others.length === 0 && search.known(organization) > 0;
    const change = { drop: ['organization'], name: organization, options: { query: organization } };
    return isTopic ? [changed(again, 'found.change.asTopic', change)] : [];
  }
  const [same] = organization === '' ? archive.findOrganizations(query).same : [];
  const author = filter.authors.length === 0 ? archive.findAuthors(query).exact : null;
  const reading = (key: TextKey, name: string, options: Options) =>
    changed(again, key, { drop: ['query'], name, options });
  return [
    ...(same ? [reading('found.change.asOrganization', same.name, { organization: query })] : []),
    ...(author ? [reading('found.change.asAuthor', author.name, { author: author.name })] : []),
  ];
}

/** A button for the same command with other options, in place of its answer. */
export function changed(
  { command, options: before }: Invocation,
  key: TextKey,
  { drop = [], name = '', options }: { drop?: readonly string[]; name?: string; options?: Options },
): Change {
  const kept = Object.entries(before).filter(([option]) => !drop.includes(option));
  return {
    text: { key, values: { name } },
    invocation: { command, options: { ...Object.fromEntries(kept), ...options }, here: true },
  };
}
