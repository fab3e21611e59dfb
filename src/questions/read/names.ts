import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/archive.ts';
import { type OrganizationCount, OTHER_NAMES } from '../../archive/organizations.ts';
import type { Paper, PaperId } from '../../archive/paper.ts';
import { namesInTitle } from '../../archive/titles/title-names.ts';
import { atOnce, Derived, type Keeping, type Pause, type Shelf, type Sliced } from '../../sliced.ts';
import { hashOf } from '../../text/hash.ts';
import { PackedLists, type PackedListsData } from '../../text/packed/packed-lists.ts';
import type { PackedStrings } from '../../text/packed/packed-strings.ts';
import { squash, words } from '../../text/tokens.ts';
import { KNOWN, TOPICS } from './words.ts';

/** An organization that a name means. */
interface Organization {
  readonly name: string;
  /** `sure`: the name means nothing else. `weak`: papers are about what is called so, more than from it (`seed`). */
  readonly evidence: 'sure' | 'fair' | 'weak';
}

/** What the archive knows by name. */
export interface Names {
  readonly papers: PapersByName;
  /** Letters of one-word names that are no ordinary words: `VisionZip`, `GPT-4`. */
  readonly coined: ReadonlySet<string>;
  /** Organizations by the letters of their names, of other names for them, and of their first words. */
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Names in titles that people may write in Hangul: 스완테일 is SwanTale. */
  readonly spoken: readonly string[];
  /** Letters of subjects of several words, one of which looks like a cue: `code generation`. */
  readonly topics: ReadonlySet<string>;
  /** By hashes of first letters, whether a long name of a paper or an organization begins so. */
  readonly begun: Uint8Array;
}

/** Letters by which the beginnings of long names are told apart, and how many hashes they have. */
const BEGINNING = 12;
const HASHES = 1 << 16;

const beginningOf = (letters: string): number => hashOf(letters, 0, BEGINNING) % HASHES;

/** Whether a paper or an organization may have a name that begins with some letters. */
export function mayBeginName(letters: string, { begun }: Names): boolean {
  return letters.length < BEGINNING || begun[beginningOf(letters)] === 1;
}

/** Papers by the letters of a title, or of what a title calls its thing. */
class PapersByName {
  readonly #numbers: PackedLists;
  /** By number. */
  readonly #ids: readonly PaperId[];

  constructor(numbers: PackedLists, ids: readonly PaperId[]) {
    this.#numbers = numbers;
    this.#ids = ids;
  }

  get letters(): PackedStrings {
    return this.#numbers.texts;
  }

  get packed(): PackedListsData {
    return this.#numbers.packed;
  }

  get(letters: string): readonly PaperId[] | undefined {
    const place = this.#numbers.placeOf(letters);
    return place === undefined ? undefined : this.at(place);
  }

  at(place: number): readonly PaperId[] {
    return Array.from(this.#numbers.at(place), (number) => this.#ids[number] ?? '');
  }
}

/** Names as plain data. */
type PackedNames = Omit<Names, 'papers'> & { readonly papers: PackedListsData };

/** Papers or keywords looked at in one slice: about 1 ms of work. */
const AT_ONCE = 50;

interface Held {
  version: number;
  readonly names: Derived<Names>;
}

const made = new WeakMap<Archive, Held>();

/** The names that an archive knows: after a digest came in those from before it, where they are made in the background. */
export function namesOf(archive: Archive): Names {
  const held = heldOf(archive);
  if (held.version !== archive.version) {
    held.version = archive.version;
    held.names.change();
  }
  return held.names.value;
}

/**
 * From now on names are made in the background, with `pause` between two slices.
 *
 * @param shelf keeps them for the next start
 * @param begun the background begins after it
 */
export function keepNamesBy(
  archive: Archive,
  pause: Pause,
  shelf: Shelf,
  begun: Promise<unknown> | null = null,
): void {
  const held = heldOf(archive);
  const kept: Keeping<Names> = {
    load: () => {
      const packed = shelf.load<PackedNames>('names', stateOf(archive));
      if (packed === null) return null;
      return {
        ...packed,
        papers: new PapersByName(PackedLists.from(packed.papers), idsOf(archive.papers())),
        begun: packed.begun.slice(),
      };
    },
    save: (names) => {
      // Nobody may have asked for the names since the archive changed.
      if (held.version !== archive.version) return;
      const packed: PackedNames = { ...names, papers: names.papers.packed };
      shelf.save('names', stateOf(archive), packed);
    },
  };
  held.names.keepBy(pause, kept, begun);
}

function idsOf(papers: Iterable<Paper>): readonly PaperId[] {
  return Array.from(papers, ({ id }) => id);
}

/** Papers from which the names are made again to see whether the rules are the same. */
const SAMPLE_PAPERS = 20;

/** Changes with everything that names are made from, and with the rules. */
function stateOf(archive: Archive): string {
  const papers = [...archive.papers()];
  const sample = papers.slice(0, SAMPLE_PAPERS);
  const organizations = sample.flatMap(({ details }) => details?.organization ?? []);
  const { papers: titles, ...rest } = atOnce(
    makeNames(sample, () => organizations.map((name) => ({ name, papers: 1 }))),
  );
  const rules = [rest.coined, rest.topics, rest.organizations, rest.spoken, KNOWN].map((one) => [...one]);
  const kept = [titles.packed, rules, OTHER_NAMES, BEGINNING, HASHES];
  const hash = createHash('sha1').update(JSON.stringify(kept));
  const lines = papers.map(({ id, listings, details }) => [
    id,
    ...listings.map(({ title }) => title),
    details?.organization,
    ...(details?.keywords ?? []),
  ]);
  return hash.update(lines.join('\n')).digest('hex');
}

function heldOf(archive: Archive): Held {
  const held = made.get(archive);
  if (held !== undefined) return held;
  const fresh = {
    version: archive.version,
    names: new Derived(() => makeNames(archive.papers(), () => archive.organizations())),
  };
  made.set(archive, fresh);
  return fresh;
}

function* makeNames(all: Iterable<Paper>, organizations: () => readonly OrganizationCount[]): Sliced<Names> {
  const papers = new Map<string, number[]>();
  const coined = new Set<string>();
  const topics = new Set<string>(TOPICS);
  const keywords = new Set<string>();
  const spoken = new Set<string>();
  const titles = new Map<string, number>();
  let done = 0;
  const held = [...all];
  for (const [number, paper] of held.entries()) {
    done += 1;
    if (done % AT_ONCE === 0) yield;
    const call = (called: string, key: string): void => {
      const numbers = papers.get(key);
      if (numbers === undefined) papers.set(key, [number]);
      else if (!numbers.includes(number)) numbers.push(number);
      if (isCoined(called)) coined.add(key);
    };
    for (const title of new Set(paper.listings.map((listing) => listing.title))) {
      const parts = words(title);
      call(title, parts.join(''));
      if (ARTICLE.test(title)) call(title.replace(ARTICLE, ''), parts.slice(1).join(''));
      for (const name of namesInTitle(title)) {
        call(name, squash(name));
        if (SPOKEN.test(name)) spoken.add(name);
      }
      if (title !== paper.title) continue;
      for (const word of new Set(parts)) titles.set(word, (titles.get(word) ?? 0) + 1);
    }
    for (const keyword of paper.details?.keywords ?? []) keywords.add(keyword);
  }
  for (const keyword of keywords) {
    done += 1;
    if (done % AT_ONCE === 0) yield;
    const parts = words(keyword);
    if (looksLikeCue(parts)) topics.add(parts.join(''));
  }
  yield;
  const named = organizationNames(organizations(), titles);
  yield;
  const begun = new Uint8Array(HASHES);
  for (const names of [papers, named])
    for (const name of names.keys()) if (name.length >= BEGINNING) begun[beginningOf(name)] = 1;
  return {
    papers: new PapersByName(yield* PackedLists.of(papers), idsOf(held)),
    coined,
    topics,
    spoken: [...spoken],
    organizations: named,
    begun,
  };
}

/** One to three words without digits. */
const SPOKEN = /^[A-Za-z]+(?: [A-Za-z]+){0,2}$/;

const ARTICLE = /^(?:an?|the) /i;

/** Whether a one-word name is no word that people use otherwise: a capital, digit or hyphen stands inside it. */
function isCoined(name: string): boolean {
  return !/\s/.test(name) && /.[\p{Lu}\d-]/u.test(name);
}

function looksLikeCue(all: readonly string[]): boolean {
  return (
    all.length > 1 &&
    all.length < 5 &&
    all.some((word) => KNOWN.has(word)) &&
    all.some((word) => !KNOWN.has(word))
  );
}

/** Words that many organizations share name none of them. */
const SHARED = new Set(
  [
    'of and at for technology technical polytechnic science sciences computing group general university institute national the lab labs',
    'research team ai center academy school college royal new city state chinese korea korean beijing shanghai hong south',
  ].flatMap((line) => line.split(' ')),
);

/** A name that titles have more often than this, for each paper from the organization, is a subject as well. */
const TITLES_PER_PAPER = { fair: 0.5, weak: 2 };

/** A first word stands for an organization of at least so many papers. */
const SHORT_MIN = 3;

function organizationNames(
  held: readonly { readonly name: string; readonly papers: number }[],
  titles: ReadonlyMap<string, number>,
): ReadonlyMap<string, Organization> {
  const found = new Map<string, Organization>();
  const byName = Map.groupBy(held, ({ name }) => squash(name));
  const put = (typed: string, name: string, papers: number, others: readonly string[] = [typed]) => {
    const share = Math.max(...others.map((one) => titles.get(squash(one)) ?? 0)) / Math.max(1, papers);
    const { fair, weak } = TITLES_PER_PAPER;
    const evidence = share > weak ? 'weak' : share > fair ? 'fair' : 'sure';
    if (!found.has(squash(typed))) found.set(squash(typed), { name, evidence });
  };
  for (const { own, typed } of OTHER_NAMES) {
    const known = [...new Set(own.map(squash))].flatMap((name) => byName.get(name) ?? []);
    const [only, ...others] = known;
    const papers = known.reduce((sum, one) => sum + one.papers, 0);
    // Of several organizations by one name a name is given that is none of theirs alone: it stands for all of them.
    const all = typed.find((one) => !byName.has(squash(one))) ?? own[0] ?? '';
    for (const one of typed) {
      const spelled = only === undefined && !/[가-힣]/.test(one) ? one : (own[0] ?? one);
      put(one, only === undefined ? spelled : others.length === 0 ? only.name : all, papers, [
        ...own,
        ...typed,
      ]);
      // `카이스트AI` is KAIST AI alone.
      for (const { name } of known) {
        const rest = own.flatMap((begun) => afterBeginning(squash(name), squash(begun)));
        for (const end of rest) put(one + end, name, papers);
      }
    }
  }
  for (const { name, papers } of held) put(name, name, papers);
  for (const { own } of OTHER_NAMES) for (const one of own) put(one, one, 0, own);
  for (const { name, papers } of held) {
    const [first = ''] = words(name);
    // Only abbreviations name an organization alone; other first words are ordinary: `Math`, `Reasoning`.
    const isShort = /^\p{Lu}{2,}(?![\p{Ll}])/u.test(name) && !SHARED.has(first);
    const isCommon = papers < SHORT_MIN || (titles.get(first) ?? 0) * 2 > papers;
    if (isShort && !isCommon) put(first, name, papers);
  }
  for (const [word, name] of ownWords(held)) if (!titles.has(word)) put(word, name, 0);
  return found;
}

/** What follows a beginning; nothing where the text begins otherwise or ends there. */
function afterBeginning(text: string, beginning: string): readonly string[] {
  return text.startsWith(beginning) && text !== beginning ? [text.slice(beginning.length)] : [];
}

/** Letters; shorter words of names are ordinary ones. */
const OWN_WORD_MIN = 5;

/** Words by which people call an organization: Technion, Princeton. Those of several name the one that has no other word. */
function ownWords(held: readonly { readonly name: string }[]): readonly (readonly [string, string])[] {
  const all = held.flatMap(({ name }) => {
    const own = [...new Set(words(name))].filter((word) => !SHARED.has(word));
    return own.map((word) => ({ word, name, isOnly: own.length === 1 }));
  });
  return [...Map.groupBy(all, ({ word }) => word)].flatMap(([word, names]) => {
    const meant = names.length === 1 ? names : names.filter(({ isOnly }) => isOnly);
    const [one, ...others] = meant;
    const isName = word.length >= OWN_WORD_MIN && /^[a-z]+$/.test(word) && !KNOWN.has(word);
    return one !== undefined && others.length === 0 && isName ? [[word, one.name] as const] : [];
  });
}
