import type { Language } from '../../language.ts';
import { writtenIn } from '../../text/written-in.ts';
import { tellPlain } from '../locale.ts';
import type { TextSource } from './summary.ts';

/** A quoted text and its origin. */
interface Quoted {
  readonly text: string;
  readonly source: TextSource;
}

/** Names the origins of quoted texts, as plain text; empty if there are no quotes. */
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
