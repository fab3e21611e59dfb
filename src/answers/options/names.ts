import type { Archive, AuthorCount } from '../../archive/archive.ts';
import type { TextKey } from '../../messages/locales/translation.ts';
import type { Answer, Choice } from '../answer.ts';
import type { Invocation } from '../invocation.ts';

/** Names as the archive spells them, or the answer that reports an unknown name or asks which of several is meant. */
export type ReadNames =
  | { readonly is: 'names'; readonly names: readonly string[]; readonly others: readonly string[] }
  | { readonly is: 'answer'; readonly answer: Answer };

/** Separates names and ids within one option. */
export const BETWEEN = ';';

const CHOICES = 10;

/** The names or ids of an option, each once. */
export function partsOf(typed: string | undefined): readonly string[] {
  const parts = (typed ?? '').split(BETWEEN).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== '');
}

interface Asked {
  /** As typed; undefined without the option. */
  readonly typed: string | undefined;
  readonly option: string;
  /** The command with its options as typed; choices replace a name in it. */
  readonly again: Invocation;
  readonly archive: Archive;
}

/** The authors that names mean: spelled so or otherwise, or the only author whose name contains the typed one. */
export function authorsNamed(asked: Asked): ReadNames {
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
 * The organizations that names mean; several may share a name (Meta). `others` only contain the name and are not meant
 * (Tencent Hunyuan beside Tencent).
 */
export function organizationsNamed(asked: Asked): ReadNames {
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

/** Asks which of several a name means; each choice runs the command with one of them. */
function which(
  of: 'author' | 'organization',
  part: string,
  several: readonly AuthorCount[],
  asked: Asked,
): ReadNames {
  const choices = several.slice(0, CHOICES).map((one) => choiceOf(part, one, asked));
  return { is: 'answer', answer: { kind: 'choice', of, query: part, choices, total: several.length } };
}

/** Reports an unknown name and offers the nearest ones. */
function missing(key: TextKey, part: string, near: readonly AuthorCount[], asked: Asked): ReadNames {
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
