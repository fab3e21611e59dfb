import type { TextKey } from '../messages/locales/translation.ts';
import type { Change, Wanted } from './answer.ts';
import type { Invocation } from './invocation.ts';
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
  const without = (
    key: TextKey,
    drop: readonly string[],
    values: Readonly<Record<string, string>> = {},
  ): Change[] =>
    drop.some((name) => again.options[name] !== undefined)
      ? [{ text: { key, values }, invocation: withoutOptions(again, drop) }]
      : [];
  const ends = [firstAuthor, lastAuthor].filter((name) => name !== null).join(', ');
  const oneLess = authors.map((name): Change => {
    const left = authors.filter((other) => other !== name).join(BETWEEN);
    const rest = withoutOptions(again, ['author']);
    const options = left === '' ? rest.options : { ...rest.options, author: left };
    return { text: { key: 'found.change.without', values: { name } }, invocation: { ...rest, options } };
  });
  return [
    ...without('found.change.all', ['from', 'to', 'except_from', 'except_to', 'same_day']),
    ...without('found.change.whole', ['limit', 'place', 'place_to']),
    ...oneLess,
    ...without('found.change.without', ['any_author'], { name: anyAuthor.join(', ') }),
    ...without('found.change.without', ['first_author', 'last_author'], { name: ends }),
    ...without('found.change.without', ['organization'], { name: organizations.join(', ') }),
    ...others.slice(0, OTHERS_MAX).map(
      (name): Change => ({
        text: { key: 'found.change.name', values: { name } },
        invocation: { ...again, options: { ...again.options, organization: name }, here: true },
      }),
    ),
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
  const [organization, ...others] = filter.organizations;
  const reading = (
    key: 'asTopic' | 'asOrganization' | 'asAuthor',
    name: string,
    drop: string,
    options: Invocation['options'],
  ): readonly Change[] => {
    const rest = withoutOptions(again, [drop]);
    const invocation = { ...rest, options: { ...rest.options, ...options } };
    return [{ text: { key: `found.change.${key}`, values: { name } }, invocation }];
  };
  if (query === null) {
    const isTopic = organization !== undefined && others.length === 0 && search.known(organization) > 0;
    return isTopic ? reading('asTopic', organization, 'organization', { query: organization }) : [];
  }
  const [same] = organization === undefined ? archive.findOrganizations(query).same : [];
  const author = filter.authors.length === 0 ? archive.findAuthors(query).exact : null;
  return [
    ...(same === undefined ? [] : reading('asOrganization', same.name, 'query', { organization: query })),
    ...(author === null ? [] : reading('asAuthor', author.name, 'query', { author: author.name })),
  ];
}

function withoutOptions({ command, options }: Invocation, drop: readonly string[]): Invocation {
  const kept = Object.entries(options).filter(([name]) => !drop.includes(name));
  return { command, options: Object.fromEntries(kept), here: true };
}
