import { numberWordsIn } from '../../text/numbers/number-words.ts';
import { scaleAt, unitAt } from './units.ts';

/** A number with its unit, in the form in which texts are compared: `2 times`, `20000 `, `0.5 %`, `twenty-five %`. */
type StatedAmount = string;

/** Digits with their commas and dots, outside names (`GPT-4`, `v2`). */
const DIGITS = /(?<![A-Za-z0-9_]|\d[.,]|[A-Za-z]-)\.?\d+(?:[.,]\d+)*/g;

/** One number: thousands separated by commas, decimals behind a dot. */
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?$/;

/** `1억 5천만`, `2만 5천`: one number in two parts. */
const PARTS = /((?<!\d)\d+(?:\.\d+)?)\s?(조|억|만|천)\s?(\d[\d,]*)\s?(억|천만|백만|십만|만|천|백)?(?![\d.])/g;

/** Letters after digits that make them a name: `3DGS`, `2Former`. */
const NAME_AFTER = /^[A-Za-z]{3,}|^[A-Za-z]*[A-Z][a-z]/;

/** `10-20%`: both are percent. */
const RANGE = /^\s?(?:[-~–∼〜]|to|에서)\s?\d+(?:,\d{3})*(?:\.\d+)?/;

/** Amounts that English words like `one of the` and `no one` seem to state but do not mean. */
const NOTHING = new Set(['1 ', '0 ', '0 shot', '1 shot']);

/**
 * The amounts in a text: numbers in digits with their units, and numbers in words. Single words are converted (`three
 * times`, `절반`); a compound (`twenty-five`) stays as words, which only the same words match.
 */
export function amountsIn(text: string): readonly StatedAmount[] {
  const line = normalized(text);
  const amounts: StatedAmount[] = [];
  for (const { 0: digits, index } of line.matchAll(DIGITS)) {
    const after = line.slice(index + digits.length, index + digits.length + 60);
    if (NAME_AFTER.test(after) && scaleAt(after).length === 0 && unitAt(after) === '') continue;
    const before = line.slice(Math.max(0, index - 4), index);
    const isFactor = /[×✕]\s?$/.test(before) && !/\d\s?[×✕]\s?$/.test(before);
    if (!PLAIN.test(digits)) amounts.push(digits);
    else amounts.push(amountOf(Number(digits.replaceAll(',', '')), isFactor ? 'x' : after));
  }
  const spelled = numberWordsIn(line).map(({ text: words, meaning, end }) =>
    meaning !== null && /\D/.test(meaning)
      ? meaning
      : `${meaning ?? words} ${unitAt(line.slice(end, end + 24))}`,
  );
  return [...amounts, ...spelled];
}

/** Amounts in a text that no source has. */
export function unknownAmounts(text: string, sources: readonly string[]): readonly StatedAmount[] {
  const known = new Set(sources.flatMap((source) => amountsIn(source)));
  return amountsIn(text).filter((amount) => !known.has(amount) && !NOTHING.has(amount));
}

function amountOf(value: number, after: string): StatedAmount {
  const scale = scaleAt(after);
  const rest = after.slice(scale.length);
  const range = scale.length === 0 && unitAt(after) === '' ? RANGE.exec(after) : null;
  if (range !== null) {
    const behind = after.slice(range[0].length);
    const shared = scaleAt(behind);
    return write(value * shared.by, unitAt(behind.slice(shared.length)));
  }
  return write(value * scale.by, unitAt(rest));
}

function write(value: number, unit: string): StatedAmount {
  return `${Number(value.toPrecision(12))} ${unit}`;
}

/** Replaces full-width digits and joins the parts of a number. Superscripts stay separate: 10² must not become 102. */
function normalized(text: string): string {
  return text
    .replace(/[²³¹⁰⁴-⁹₀-₉]+/gu, (raised) => `^${raised.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(PARTS, (parts, high: string, first: string, low: string, second = '') => {
      const [above, below] = [scaleAt(first).by, scaleAt(second).by];
      const rest = Number(low.replaceAll(',', '')) * below;
      return rest < above ? String(Number(high) * above + rest) : parts;
    });
}
