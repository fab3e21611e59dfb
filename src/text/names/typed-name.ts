/** How people ask for an author's papers; matched against one line with single spaces. */
const ASKED = [
  /^(?:show |find |list )?(?:all )?(?:the )?(?:papers?|articles?|works?|publications?) (?:written |published )?(?:by|of|from) (?<name>.+)$/i,
  /^(?:authors?|by|저자)(?: ?: | :? ?)(?<name>.+)$/i,
  /^(?<name>.+?)['’]s (?:papers?|articles?|works?|publications?)$/i,
  /^(?<name>.+?)(?:님?[이의]|가|님)? (?:(?:쓴|작성한|발표한|낸|저술한|참여한) ?)?논문들?(?:을|은)?(?: ?(?:알려 ?줘|찾아 ?줘|보여 ?줘|목록|검색|있나|있어).*)?$/s,
];

/** Longest name, in words. */
const NAME_WORDS_MAX = 5;

/** A name in a typed line. */
interface TypedName {
  readonly name: string;
  /** With a request for papers, in several words or with initials, or as a single word. */
  readonly as: 'asked' | 'full' | 'word';
}

/**
 * The name of a person whose papers a line asks for, or that it consists of; null if no name can be.
 *
 * @param typed one line with single spaces
 */
export function typedName(typed: string): TypedName | null {
  for (const pattern of ASKED) {
    const name = pattern.exec(typed)?.groups?.name?.trim();
    if (name !== undefined && isName(name)) return { name, as: 'asked' };
  }
  if (!isName(typed)) return null;
  return { name: typed, as: /\s|[.,]/.test(typed) ? 'full' : 'word' };
}

function isName(text: string): boolean {
  const words = text.split(/[\s,]+/).length;
  return words <= NAME_WORDS_MAX && text.length > 2 && /^[\p{L}\p{M}\s.,'’"-]+$/u.test(text);
}
