import type { Archive } from '../../archive/archive.ts';
import type { Paper, PaperId } from '../../archive/paper.ts';
import { squash, words } from '../../text/tokens.ts';
import organizations from '../words/organizations.json' with { type: 'json' };
import { KNOWN, TOPICS } from './words.ts';

/** What the archive knows by name. */
export interface Names {
  /** Papers by the letters of a title, or of what a title calls its thing. */
  readonly papers: ReadonlyMap<string, readonly PaperId[]>;
  /** Letters of one-word names that are no ordinary words: `VisionZip`, `GPT-4`. */
  readonly coined: ReadonlySet<string>;
  /** Organizations by the letters of their names, of other names for them, and of their first words. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Subjects of several words, one of which looks like a cue: `code generation`. */
  readonly topics: ReadonlySet<string>;
}

interface Made {
  readonly version: number;
  readonly names: Names;
}

const made = new WeakMap<Archive, Made>();
const ofPapers = new WeakMap<Paper, readonly string[]>();

/** The names that an archive knows; made when first asked for, and again after a digest came in. */
export function namesOf(archive: Archive): Names {
  const held = made.get(archive);
  if (held?.version === archive.version) return held.names;
  const names = makeNames(archive);
  made.set(archive, { version: archive.version, names });
  return names;
}

function makeNames(archive: Archive): Names {
  const papers = new Map<string, PaperId[]>();
  const coined = new Set<string>();
  const topics = new Set<string>(TOPICS);
  const orgs = new Map<string, { readonly name: string; readonly papers: number }>();
  for (const paper of archive.papers()) {
    for (const called of calledOf(paper)) {
      const key = squash(called);
      const ids = papers.get(key);
      if (ids === undefined) papers.set(key, [paper.id]);
      else if (!ids.includes(paper.id)) ids.push(paper.id);
      if (isCoined(called)) coined.add(key);
    }
    const { organization = null, keywords = [] } = paper.details ?? {};
    if (organization !== null)
      orgs.set(organization, { name: organization, papers: (orgs.get(organization)?.papers ?? 0) + 1 });
    for (const keyword of keywords) if (looksLikeCue(keyword)) topics.add(words(keyword).join(' '));
  }
  return { papers, coined, topics, organizations: organizationNames([...orgs.values()]) };
}

/** A paper's title, as every digest spells it, and what it calls its thing. */
function calledOf(paper: Paper): readonly string[] {
  const held = ofPapers.get(paper);
  if (held !== undefined) return held;
  const titles = [...new Set(paper.listings.map(({ title }) => title))];
  const called = titles.flatMap((title) => [title, title.replace(/^(?:an?|the) /i, ''), ...namesIn(title)]);
  ofPapers.set(paper, called);
  return called;
}

/** What a title calls its thing: `VisionZip: …`, `HuatuoGPT-o1, …`, `Qwen2.5-VL Technical Report`, both of `Molmo and PixMo: …`. */
export function namesIn(title: string): readonly string[] {
  const [, head] = /^([^:]+):(?=\s|\p{Lu})/u.exec(title) ?? [];
  const [, reported] = /^(.+?)\s+Technical Report\b/i.exec(head ?? title) ?? [];
  const [, front] = /^(\p{L}[^\s,]*\p{L}?[\d\p{Lu}][^\s,]*)(?:,| --?| [–—])\s/u.exec(title) ?? [];
  const [, one, other] = /^(\S+) (?:and|&) (\S+)$/.exec(head ?? '') ?? [];
  return [head, reported, front, one, other].filter((name) => name !== undefined);
}

/** Whether a one-word name is no word that people use otherwise: a capital or digit stands inside it. */
function isCoined(name: string): boolean {
  return !/\s/.test(name) && /.[\p{Lu}\d]/u.test(name);
}

function looksLikeCue(keyword: string): boolean {
  const all = words(keyword);
  return (
    all.length > 1 &&
    all.length < 5 &&
    all.some((word) => KNOWN.has(word)) &&
    all.some((word) => !KNOWN.has(word))
  );
}

/** First words that many organizations share name none of them. */
const SHARED = new Set(
  'university institute national the lab labs research team ai center academy school college royal new city state chinese korea korean beijing shanghai hong south'.split(
    ' ',
  ),
);

function organizationNames(
  held: readonly { readonly name: string; readonly papers: number }[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const byPapers = held.toSorted((a, b) => b.papers - a.papers);
  for (const { name } of byPapers) if (!names.has(squash(name))) names.set(squash(name), name);
  for (const { name, papers } of byPapers) {
    const [first = ''] = words(name);
    // `KAIST` is KAIST AI where that has more papers; other first words are ordinary: `Math`, `Reasoning`.
    const isShort = /^\p{Lu}{2,}(?![\p{Ll}])/u.test(name) && !SHARED.has(first);
    const own = held.find((one) => squash(one.name) === first);
    if (isShort && (own === undefined || own.papers < papers) && !taken.has(first)) names.set(first, name);
    if (isShort) taken.add(first);
  }
  for (const [name, others] of Object.entries(organizations)) {
    for (const other of [name, ...others]) if (!names.has(squash(other))) names.set(squash(other), name);
  }
  return names;
}
