import { isNoPaper, isNothingElse, papersNamed } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { UserError } from '../errors.ts';
import { typedLine } from '../text/typed-line.ts';
import type { Library } from './library.ts';
import { type Meant, paperMeant } from './read/lookups.ts';

/** Which paper a text means, and the ids in it that are not archived. */
type Named = Meant<Paper> & { readonly missing: readonly PaperId[] };

const CHOICES = 10;

/**
 * Finds the paper that an id, a title, its name (before the colon) or a piece of it means.
 *
 * @throws UserError for a web address that leads to no paper
 */
export function findPaper(text: string, library: Library): Named {
  const { archive } = library;
  const typed = typedLine(text);
  const ids = idsIn(typed, archive);
  const papers = ids.flatMap((id) => archive.paper(id) ?? []);
  const [one] = papers;
  if (ids.length > 0 && one === undefined) return { is: 'none', near: [], missing: ids };
  if (one !== undefined && ids.length > 1)
    return { is: 'several', all: papers.slice(0, CHOICES), missing: [] };
  if (one !== undefined) return { is: 'one', one, missing: [] };
  if (isNoPaper(typed)) throw new UserError('errors.paper.noAddress', { text: typed });
  return { ...paperMeant(typed, library), missing: [] };
}

/** The ids in a text, each once. A bare number is one only if the archive has it or the text has nothing else. */
function idsIn(text: string, archive: Library['archive']): readonly PaperId[] {
  const named = papersNamed(text);
  const isAll = isNothingElse(text, named);
  const sure = named.filter(({ id, isSure }) => isAll || isSure || archive.paper(id) !== undefined);
  return [...new Set(sure.map(({ id }) => id))];
}

/** The error that names the ids of papers missing from the archive. */
export function unknownPapers([id = '', ...others]: readonly PaperId[]): UserError {
  return others.length === 0
    ? new UserError('errors.paper.unknownId', { id })
    : new UserError('errors.paper.unknownIds', { ids: [id, ...others].join(', ') });
}
