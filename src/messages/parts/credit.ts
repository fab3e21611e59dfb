import type { Language } from '../../language.ts';
import { writtenIn } from '../../text/written-in.ts';
import { tellPlain } from '../locale.ts';
import type { TextSource } from './summary.ts';

/** A text that is quoted, and where it comes from. */
interface Quoted {
  readonly text: string;
  readonly source: TextSource;
}

/** Names the origin of every kind of text that is quoted, as plain text; empty where nothing is. */
export function creditOf(quotes: readonly Quoted[], locale: Language): string {
  const summaries = quotes.filter(({ source }) => source === 'summary');
  const korean = writtenIn(summaries[0]?.text ?? '') === 'ko' ? 'paper.sourceKorean' : 'paper.source';
  const isQuoted = (wanted: TextSource) => quotes.some(({ source }) => source === wanted);
  const parts = [
    summaries.length > 0 ? tellPlain(korean, locale, { count: summaries.length }) : '',
    isQuoted('model') ? tellPlain('card.credit.model', locale) : '',
    isQuoted('ai') ? tellPlain('card.credit.ai', locale) : '',
    isQuoted('abstract') ? tellPlain('card.credit.abstract', locale) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
