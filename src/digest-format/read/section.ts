import type { Section, SectionKind } from '../../archive/paper.ts';

/** Kinds by heading, written in lower case without spaces and punctuation. */
const KINDS: Readonly<Record<string, SectionKind>> = {
  whatsnew: 'new',
  whatisnew: 'new',
  new: 'new',
  새로운점: 'new',
  새로운것: 'new',
  새로운내용: 'new',
  technicaldetails: 'technical',
  technicaldetail: 'technical',
  technical: 'technical',
  기술적세부사항: 'technical',
  기술적세부내용: 'technical',
  기술세부사항: 'technical',
  기술적내용: 'technical',
  기술적특징: 'technical',
  performancehighlights: 'performance',
  performancehighlight: 'performance',
  performance: 'performance',
  성능하이라이트: 'performance',
  성능강조: 'performance',
  주요성능: 'performance',
  주요성과: 'performance',
  성능: 'performance',
};

/** `***Heading***: `, `**Heading**: `, `**Heading:** `, and with the wrong number of asterisks. */
const WITH_COLON =
  /^\*+[ \t]*(?=\S)([^*\n]{1,200}?)[ \t]*(?:[:：][ \t]*\*+(?:[ \t]*[:：])?|\*+[ \t]*[:：])\s*/;

/** A heading alone on its line, and one without closing asterisks. Both count only if `KINDS` has their words. */
const WITHOUT_COLON = /^\*{2,}[ \t]*(?=\S)([^*\n]{1,200}?)[ \t]*\*+[ \t]*(?:\n\s*|$)/;
const NEVER_CLOSED = /^\*{2,}[ \t]*(?=\S)([^*\n:：]{1,200}?)[ \t]*[:：]\s*/;

/**
 * Recognizes "What's New", technical details and performance in English or Korean, ignoring case and punctuation. Any
 * other heading, and null, is `other`.
 */
export function sectionKind(heading: string | null): SectionKind {
  if (heading === null) return 'other';
  const words = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return Object.hasOwn(KINDS, words) ? (KINDS[words] ?? 'other') : 'other';
}

/** Splits a point into heading and text: `***What's New***: text` is the heading `What's New` and `text`. */
export function readSection(point: string): Section {
  const text = point.trim();
  if (!text.startsWith('*')) return { heading: null, text };
  const match = WITH_COLON.exec(text) ?? known(WITHOUT_COLON.exec(text)) ?? known(NEVER_CLOSED.exec(text));
  const heading = bareHeading(match?.[1] ?? '');
  if (!match || heading === '') return { heading: null, text };
  return { heading, text: text.slice(match[0].length).trim() };
}

/** Normalizes a heading: one line, no asterisks, no colon or space around it. */
export function bareHeading(heading: string): string {
  return heading.replace(/[*\n]+/g, ' ').replace(/^[\s:：]+|(?<![\s:：])[\s:：]+$/g, '');
}

function known(match: RegExpExecArray | null): RegExpExecArray | null {
  return match && sectionKind(match[1] ?? null) !== 'other' ? match : null;
}
