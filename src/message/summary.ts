import type { Paper, Section } from '../archive/paper.ts';
import { sectionKind } from '../archive/section.ts';
import { cut, firstSentences } from './cut.ts';
import { clean, escapeText } from './escape.ts';

/** A text is called Korean when at least this share of its letters is Hangul; the rest is mostly English terms. */
const KOREAN_SHARE = 0.3;
const SAMPLE = 500;
/** Two Korean sentences mostly have less. */
const QUOTE_MAX = 320;

/** The first sentences of what is new in a paper, as Markdown; empty when there is no summary. */
export function quote({ sections }: Paper, sentences: number): string {
  const whole = sections.filter(({ text }) => clean(text) !== '');
  const news = whole.filter(({ heading }) => sectionKind(heading) === 'new');
  const [first] = news.length > 0 ? news : whole;
  if (first === undefined) return '';
  // Points without a heading follow each other like sentences: one alone is often no more than the background.
  const text = first.heading === null ? points(whole).map(clean).join(' ') : clean(first.text);
  return cut(escapeText(firstSentences(text, sentences, QUOTE_MAX)), QUOTE_MAX);
}

/** The texts of the points without a heading. */
export function points(sections: readonly Section[]): string[] {
  return sections.filter(({ heading }) => heading === null).map(({ text }) => text);
}

/** Whether a text is mostly in Korean; its beginning tells. */
export function isKorean(text: string): boolean {
  const beginning = text.slice(0, SAMPLE);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const hangul = beginning.match(/[가-힣]/g)?.length ?? 0;
  return letters > 0 && hangul / letters >= KOREAN_SHARE;
}
