import type { Archive, AuthorCount } from '../archive/archive.ts';
import type { TextKey } from '../messages/locales/translation.ts';
import type { Answer, Choice } from './answer.ts';
import type { Invocation } from './invocation.ts';

/** Names as the archive spells them, or the answer that says which one is not there or which of several is meant. */
export type Names =
  | { readonly is: 'names'; readonly names: readonly string[]; readonly others: readonly string[] }
  | { readonly is: 'answer'; readonly answer: Answer };

/** Stands between names and ids within one option. */
export const BETWEEN = ';';

const CHOICES = 10;

/** @returns what stands between the semicolons, each once */
export function partsOf(typed: string | undefined): readonly string[] {
  const parts = (typed ?? '').split(BETWEEN).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== '');
}

/** What the names of one option mean, all together. */
interface Asked {
  /** As typed; nothing where the option is not there. */
  readonly typed: string | undefined;
  readonly option: string;
  /** The command with its options as typed: choices put another name in. */
  readonly again: Invocation;
  readonly archive: Archive;
}

/**
 * The authors that names mean: exactly so, in another spelling, or the only one whose name they are part of.
 */
export function authorsNamed(asked: Asked): Names {
  const { typed, archive } = asked;
  if (typed !== undefined && archive.hasAuthor(typed)) return { is: 'names', names: [typed], others: [] };
  const names: string[] = [];
  for (const part of partsOf(typed)) {
    const found = archive.findAuthors(part);
    const [alike] = found.exact === null ? found.spellings : [found.exact];
    const [only, ...others] = alike === undefined ? found.partial : [alike];
    if (only !== undefined && others.length === 0) names.push(only.name);
    else if (only !== undefined) return which('author', part, found.partial, asked);
    else return missing('errors.author.none', part, [...found.swapped, ...found.near], asked);
  }
  return { is: 'names', names, others: [] };
}

/**
 * The organizations that names mean; several may go by one (Meta). `others` have the words of the name in theirs and are
 * not meant (Tencent Hunyuan beside Tencent).
 */
export function organizationsNamed(asked: Asked): Names {
  const { typed, archive } = asked;
  const names: string[] = [];
  const beside: string[] = [];
  for (const part of partsOf(typed)) {
    if (archive.organizations().length === 0) return missing('errors.organization.unknown', part, [], asked);
    const { same, partial, near } = archive.findOrganizations(part);
    const [only, ...others] = partial;
    if (same.length > 0) {
      names.push(...same.map(({ name }) => name));
      beside.push(...partial.map(({ name }) => name));
    } else if (only !== undefined && others.length === 0) names.push(only.name);
    else if (only !== undefined) return which('organization', part, partial, asked);
    else return missing('errors.organization.none', part, near, asked);
  }
  return { is: 'names', names, others: beside };
}

/** Several are meant by a name: each choice asks again with one of them. */
function which(
  of: 'author' | 'organization',
  part: string,
  several: readonly AuthorCount[],
  asked: Asked,
): Names {
  const choices = several.slice(0, CHOICES).map((one) => choiceOf(part, one, asked));
  return { is: 'answer', answer: { kind: 'choice', of, query: part, choices, total: several.length } };
}

/** Nobody is called so; names that come near are offered. */
function missing(key: TextKey, part: string, near: readonly AuthorCount[], asked: Asked): Names {
  const choices = near.slice(0, CHOICES).map((one) => choiceOf(part, one, asked));
  return {
    is: 'answer',
    answer: { kind: 'notice', tone: 'error', text: { key, values: { name: part } }, choices },
  };
}

function choiceOf(part: string, { name, papers }: AuthorCount, { typed, option, again }: Asked): Choice {
  const names = partsOf(typed).map((one) => (one === part ? name : one));
  const options = { ...again.options, [option]: names.join(BETWEEN) };
  return {
    label: name,
    remark: { key: 'remarks.papers', values: { count: papers } },
    invocation: { ...again, options, here: true },
  };
}
