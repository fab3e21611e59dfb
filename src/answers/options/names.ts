import type { Archive, AuthorCount } from '../../archive/archive.ts';
import type { Text } from '../../errors.ts';
import type { Answer, Choice } from '../answer.ts';
import type { Invocation } from '../invocation.ts';

/** Names as the archive spells them, or the answer that reports an unknown name or asks which of several is meant. */
type ReadNames =
  | {
      readonly is: 'names';
      readonly names: readonly string[];
      /** Organizations whose names only contain the typed one and that are not meant (Tencent Hunyuan beside Tencent). */
      readonly others: readonly string[];
    }
  | { readonly is: 'answer'; readonly answer: Answer };

/** Separates names and ids within one option. */
export const BETWEEN = ';';

const CHOICES = 10;

/** The names or ids of an option, each once. */
export function partsOf(typed: string | undefined): readonly string[] {
  const parts = (typed ?? '').split(BETWEEN).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== '');
}

/** What the archive has for a name: spelled so or otherwise, containing it, or similar. Several organizations may share a name (Meta). */
const LOOK_UP = {
  author: (part: string, archive: Archive) => {
    const found = archive.findAuthors(part);
    const same = found.exact === null ? found.spellings.slice(0, 1) : [found.exact];
    const partial = same.length > 0 ? [] : [...found.partial, ...found.latin];
    const near = () => [...found.swapped, ...found.near];
    return { same, partial, near };
  },
  organization: (part: string, archive: Archive) => {
    const { near, ...found } = archive.findOrganizations(part);
    return { ...found, near: () => near };
  },
};

/**
 * The authors or organizations that names mean: spelled so or otherwise, or the only one whose name contains the typed one.
 *
 * @param typed names, separated by `;`
 * @param option of `again`, in which choices replace a name
 */
export function namesMeant(
  of: keyof typeof LOOK_UP,
  typed: string | undefined,
  option: string,
  again: Invocation,
  archive: Archive,
): ReadNames {
  const names: string[] = [];
  const beside: string[] = [];
  const isWhole = of === 'author' && typed !== undefined && archive.hasAuthor(typed);
  for (const part of isWhole ? [typed] : partsOf(typed)) {
    const { same, partial, near } = LOOK_UP[of](part, archive);
    const choicesOf = (several: readonly AuthorCount[]) =>
      several.slice(0, CHOICES).map((one) => choiceOf(part, one, option, again));
    const meant = same.length > 0 || partial.length > 1 ? same : partial;
    names.push(...meant.map(({ name }) => name));
    if (same.length > 0) beside.push(...partial.map(({ name }) => name));
    else if (partial.length > 1) {
      const choices = choicesOf(partial);
      return { is: 'answer', answer: { kind: 'choice', of, query: part, choices, total: partial.length } };
    } else if (partial.length === 0) {
      const hasNone = of === 'organization' && archive.organizations().length === 0;
      const text: Text = {
        key: hasNone ? 'errors.organization.unknown' : `errors.${of}.none`,
        values: { name: part },
      };
      return { is: 'answer', answer: { kind: 'notice', tone: 'error', text, choices: choicesOf(near()) } };
    }
  }
  return { is: 'names', names, others: beside };
}

function choiceOf(part: string, { name, papers }: AuthorCount, option: string, again: Invocation): Choice {
  const names = partsOf(String(again.options[option] ?? '')).map((one) => (one === part ? name : one));
  const options = { ...again.options, [option]: names.join(BETWEEN) };
  return {
    label: name,
    remark: { key: 'remarks.papers', values: { count: papers } },
    invocation: { ...again, options, here: true },
  };
}
