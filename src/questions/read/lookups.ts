import type { AuthorCount } from '../../archive/archive.ts';
import { AuthorSounds, soundsSame } from '../../archive/authors/author-sounds.ts';
import type { Paper } from '../../archive/paper.ts';
import { isMistypedTitle } from '../../archive/titles/title-names.ts';
import { atOnce } from '../../sliced.ts';
import { editDistance } from '../../text/distance.ts';
import { isEnglish, isTerm } from '../../text/lexicon/concepts.ts';
import { wordsOf } from '../../text/names/name-words.ts';
import { romanize } from '../../text/names/romanize.ts';
import { squash, words } from '../../text/tokens.ts';
import type { Library } from '../library.ts';
import { type Names, namesOf } from './names.ts';

/** What a name was looked up as: one, several that the person must choose from, or nothing, with what is nearest. */
export type Meant<Thing> =
  | { readonly is: 'one'; readonly one: Thing }
  | { readonly is: 'several'; readonly all: readonly Thing[] }
  | { readonly is: 'none'; readonly near: readonly Thing[] };

const HITS = 20;
const CHOICES = 10;
const NEAR = 5;
/** Tolerate 2 typos, but only in titles of 14 letters and more: in a shorter one a typo may spell another paper. */
const TYPOS = { most: 2, from: 14 };
/** One typo in a coined name of at least so many letters. */
const SHORT_FROM = 7;
/** A single word must be this long to stand for the title that holds it. */
const WORD_MIN = 4;

/** The only one, or several to choose from. */
function chosen<Thing>(all: readonly Thing[]): Meant<Thing> {
  const [one, ...others] = all;
  return one !== undefined && others.length === 0
    ? { is: 'one', one }
    : { is: 'several', all: all.slice(0, CHOICES) };
}

/** The paper that a title, its name before the colon or a piece of it means. */
export function paperMeant(typed: string, { archive, search }: Library): Meant<Paper> {
  const wanted = squash(typed);
  if (wanted === '') return { is: 'none', near: [] };
  const exact = (namesOf(archive).papers.get(wanted) ?? []).flatMap((one) => archive.paper(one) ?? []);
  if (exact.length > 0) return chosen(exact);
  const alike = () => search.search(typed, {}, HITS).flatMap(({ id: one }) => archive.paper(one) ?? []);
  const { letters } = namesOf(archive).papers;
  const pieces = letters.containing(wanted).next().done ? [] : holdingPiece(typed, { archive, search });
  const begun = pieces.filter((paper) => beginsPart(paper, typed));
  const isWord = words(typed).length === 1;
  const isCoined = !typed.trim().includes(' ');
  // A word that is no other stands for the title that holds it: ToolUniverse.
  const isOwn = isCoined && wanted.length >= WORD_MIN && !isEnglish(wanted) && !isTerm(wanted);
  const likely = begun.length > 0 ? begun : isOwn || !(isWord || isCoined) ? pieces : [];
  if (likely.length === 1 && (isOwn || (begun.length > 0 && !isCoined))) return chosen(likely);
  if (likely.length > 0 && !(isWord && begun.length > CHOICES))
    return { is: 'several', all: likely.slice(0, CHOICES) };
  const most = wanted.length >= TYPOS.from ? TYPOS.most : wanted.length >= SHORT_FROM ? 1 : 0;
  const isNear = most > 0 && !letters.within(wanted, most).next().done;
  const mistyped = isNear ? alike().filter((paper) => isMistypedTitle(paper, wanted, most)) : [];
  if (mistyped.length === 1) return chosen(mistyped);
  const heard = heardAs(typed, archive);
  if (heard.length === 1) return chosen(heard);
  return {
    is: 'none',
    // Few readings show what is near, and the search takes long.
    get near() {
      return [...new Set([...heard, ...pieces, ...alike()])].slice(0, NEAR);
    },
  };
}

const sounds = new WeakMap<Names, AuthorSounds>();

function soundsOf(names: Names): AuthorSounds {
  const made = sounds.get(names) ?? atOnce(AuthorSounds.of(names.spoken));
  sounds.set(names, made);
  return made;
}

/** A name in Hangul, and how its end is written in the title: 키미 K3. */
const IN_HANGUL = /^([가-힣][가-힣 ]*?)[ -]?([a-z\d][a-z\d. -]*)?$/i;

/** Papers that a title calls as a name in Hangul sounds: 스완테일 is SwanTale, 키미 K3 is Kimi K3. */
function heardAs(typed: string, archive: Library['archive']): readonly Paper[] {
  const [, hangul, end] = IN_HANGUL.exec(typed) ?? [];
  if (hangul === undefined) return [];
  const names = namesOf(archive);
  const alike =
    end === undefined
      ? [...soundsOf(names).like(words(hangul))].filter(([name]) => soundsSame(hangul, name))
      : endingSo(hangul, squash(end), names);
  const least = Math.min(...alike.map(([, distance]) => distance));
  const nearest = alike.flatMap(([name, distance]) => (distance === least ? name : []));
  return nearest
    .flatMap((name) => names.papers.get(squash(name)) ?? [])
    .flatMap((id) => archive.paper(id) ?? []);
}

/** Names that end with some letters and sound before them like a name in Hangul. */
function endingSo(hangul: string, end: string, { papers }: Names): readonly (readonly [string, number])[] {
  const letters = romanize(hangul);
  return [...papers.letters.containing(end)].flatMap((place) => {
    const name = papers.letters.at(place);
    const begin = name.endsWith(end) ? name.slice(0, -end.length) : '';
    const isNear = Math.abs(begin.length - letters.length) < letters.length / 2;
    return isNear && soundsSame(hangul, begin) ? [[name, editDistance(letters, begin, letters.length)]] : [];
  });
}

/** Papers with a piece in a title: of those that the search finds, and that begin so however far it has got with its titles. */
function holdingPiece(
  typed: string,
  { archive, search }: Pick<Library, 'archive' | 'search'>,
): readonly Paper[] {
  const titled = search.titled(typed, HITS);
  const likely = titled.length > 0 ? titled : search.search(typed, {}, HITS).map(({ id }) => id);
  return likely.flatMap((id) => archive.paper(id) ?? []).filter((paper) => holdsPiece(paper, typed));
}

function holdsPiece({ listings }: Paper, typed: string): boolean {
  const piece = words(typed).join(' ');
  return listings.some(({ title }) => ` ${words(title).join(' ')} `.includes(` ${piece} `));
}

/** Whether a piece begins a title or what follows a colon in it: what ends one may be another title as a whole. */
function beginsPart({ listings }: Paper, typed: string): boolean {
  const piece = withoutArticle(typed);
  return listings.some(({ title }) =>
    title.split(/[:?!;,.]\s|\s[-–—]+\s/).some((part) => `${withoutArticle(part)} `.startsWith(`${piece} `)),
  );
}

function withoutArticle(text: string): string {
  return words(text)
    .join(' ')
    .replace(/^(?:an?|the) /, '');
}

/** A shorter word may be another name with any letter changed. */
const MISTYPED_FROM = 5;

/** Whom authors are looked up in. */
export type AuthorLookUp = Pick<Library['archive'], 'findAuthors'>;

/** The author whom a typed name means: the same letters, or one mistyped word that nobody else is called. */
export function personMeant(
  typed: string,
  { archive }: { readonly archive: AuthorLookUp },
): Meant<AuthorCount> {
  const found = archive.findAuthors(typed);
  if (found.exact !== null) return { is: 'one', one: found.exact };
  const [only, ...others] = found.spellings;
  // One word of the same letters as two may be another name: Qian is not Qi An.
  if (only !== undefined && others.length === 0 && (typed.includes(' ') || !only.name.includes(' ')))
    return { is: 'one', one: only };
  if (only !== undefined) return { is: 'several', all: found.spellings.slice(0, CHOICES) };
  const partial = unique([...found.swapped, ...found.partial, ...found.latin]);
  const [first, next] = found.latin;
  if (found.partial.length === 0 && first !== undefined && first.papers >= LIKELIER * (next?.papers ?? 0))
    return { is: 'one', one: first };
  if (partial.length > 0) return { is: 'several', all: partial.slice(0, CHOICES) };
  const [nearest, ...farther] = found.near;
  const isHeard = ({ name }: AuthorCount) => /^[가-힣]+ [가-힣 ]+$/.test(typed) && soundsSame(typed, name);
  const isOnly = farther.length === 0 && nearest !== undefined && isNearName(typed, nearest.name, archive);
  if (nearest !== undefined && (isOnly || (isHeard(nearest) && !farther.some(isHeard))))
    return { is: 'one', one: nearest };
  return { is: 'none', near: found.near.slice(0, CHOICES) };
}

/** Of several authors whom a name in Hangul may mean, one with so many times the papers of the next is meant. */
const LIKELIER = 3;

/** Whether a name in Hangul is certainly somebody's: in Latin letters the archive has it. */
export function isHangulName(typed: string, archive: AuthorLookUp): boolean {
  return /^[가-힣 ]+$/.test(typed) && archive.findAuthors(typed).latin.length > 0;
}

/**
 * Whether a name is another with one letter mistyped. The word with the mistake must be one that nobody is called: Yiming
 * Chen may be somebody else than Yimin Chen, Graham Nuebig is not.
 */
function isNearName(typed: string, name: string, archive: AuthorLookUp): boolean {
  const others = wordsOf(name);
  const [word = '', ...more] = wordsOf(typed).filter((one) => !others.includes(one));
  const { exact, spellings, partial } = archive.findAuthors(word);
  const isNobody = exact === null && spellings.length + partial.length === 0;
  return more.length === 0 && word.length >= MISTYPED_FROM && isNobody;
}

function unique(authors: readonly AuthorCount[]): readonly AuthorCount[] {
  return [...new Map(authors.map((author) => [author.name, author])).values()];
}
