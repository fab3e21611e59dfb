import type { Section, SectionKind } from '../../archive/paper.ts';
import { FIELD_WORDS } from './labels.ts';

/** Kinds by the letters of their headings. */
const KINDS: ReadonlyMap<string, SectionKind> = new Map(
  (['new', 'technical', 'performance'] as const).flatMap((kind) =>
    (FIELD_WORDS.get(kind) ?? []).map((heading) => [lettersOf(heading), kind] as const),
  ),
);

/** `***Heading***: `, `**Heading**: `, `**Heading:** `, also with the wrong number of asterisks. */
const WITH_COLON =
  /^\*+[ \t]*(?=\S)([^*\n]{1,200}?)[ \t]*(?:[:：][ \t]*\*+(?:[ \t]*[:：])?|\*+[ \t]*[:：])\s*/;

/** Alone on its line, or without closing asterisks; both count only with the words of a kind. */
const WITHOUT_COLON = /^\*{2,}[ \t]*(?=\S)([^*\n]{1,200}?)[ \t]*\*+[ \t]*(?:\n\s*|$)/;
const NEVER_CLOSED = /^\*{2,}[ \t]*(?=\S)([^*\n:：]{1,200}?)[ \t]*[:：]\s*/;

/** "What's New", technical details and performance in English or Korean; other headings, and null, are `other`. */
export function sectionKind(heading: string | null): SectionKind {
  return KINDS.get(lettersOf(heading ?? '')) ?? 'other';
}

function lettersOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `***What's New***: text` is the heading `What's New` and `text`. */
export function readSection(point: string): Section {
  const text = point.trim();
  if (!text.startsWith('*')) return { heading: null, text };
  const match = WITH_COLON.exec(text) ?? known(WITHOUT_COLON.exec(text)) ?? known(NEVER_CLOSED.exec(text));
  const heading = bareHeading(match?.[1] ?? '');
  if (!match || heading === '') return { heading: null, text };
  return { heading, text: text.slice(match[0].length).trim() };
}

/** One line, without asterisks, and without colons and spaces around it. */
export function bareHeading(heading: string): string {
  return heading.replace(/[*\n]+/g, ' ').replace(/^[\s:：]+|(?<![\s:：])[\s:：]+$/g, '');
}

function known(match: RegExpExecArray | null): RegExpExecArray | null {
  return match && sectionKind(match[1] ?? null) !== 'other' ? match : null;
}
