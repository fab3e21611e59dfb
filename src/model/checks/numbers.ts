import { takeParts } from './fractions.ts';
import { type StatedAmount, spelledIn } from './number-words.ts';
import { scaleAt, unitAt } from './units.ts';

/** Digits with their commas and dots, that do not stand within a name (`GPT-4`, `v2`). */
const DIGITS = /(?<![A-Za-z0-9_]|\d[.,]|[A-Za-z]-)\.?\d+(?:[.,]\d+)*/g;

/** One number: thousands parted by commas, a fraction. */
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?$/;

/** `1억 5천만`, `2만 5천`: one number in two parts. */
const PARTS = /((?<!\d)\d+(?:\.\d+)?)\s?(조|억|만|천)\s?(\d[\d,]*)\s?(억|천만|백만|십만|만|천|백)?(?![\d.])/g;

/** A name that begins with digits has no number: `3DGS`, `2Former`. */
const NAME_AFTER = /^[A-Za-z]{3,}|^[A-Za-z]*[A-Z][a-z]/;

/** `10-20%`: both are percent. */
const RANGE = /^\s?(?:[-~–∼〜]|to|에서)\s?\d+(?:,\d{3})*(?:\.\d+)?/;

/** Small words of English that count nothing: `one of the`, `no one`. */
const NOTHING = new Set(['1 ', '0 ', '0 shot', '1 shot']);

/** The amounts in a text: every number in digits or words, in English or Korean, with what it counts. */
export function amountsIn(text: string): readonly StatedAmount[] {
  const { amounts: parts, rest: line } = takeParts(written(text));
  const amounts: StatedAmount[] = [...parts];
  for (const { 0: digits, index } of line.matchAll(DIGITS)) {
    const after = line.slice(index + digits.length, index + digits.length + 60);
    if (NAME_AFTER.test(after) && scaleAt(after).length === 0 && unitAt(after) === '') continue;
    const before = line.slice(Math.max(0, index - 4), index);
    const isFactor = /[×✕]\s?$/.test(before) && !/\d\s?[×✕]\s?$/.test(before);
    if (!PLAIN.test(digits)) amounts.push(digits);
    else amounts.push(amountOf(Number(digits.replaceAll(',', '')), isFactor ? 'x' : after));
  }
  return [...amounts, ...spelledIn(line)];
}

/** The amounts of a text that none of the sources has; a source's own reading is taken for generously. */
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

/** Full-width digits and signs as plain ones, parts put together; what stands raised stays apart: 10² is not 102. */
function written(text: string): string {
  return text
    .replace(/[²³¹⁰⁴-⁹₀-₉]+/gu, (raised) => `^${raised.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(PARTS, (parts, high: string, first: string, low: string, second = '') => {
      const [above, below] = [scaleAt(first).by, scaleAt(second).by];
      const rest = Number(low.replaceAll(',', '')) * below;
      return rest < above ? String(Number(high) * above + rest) : parts;
    });
}
