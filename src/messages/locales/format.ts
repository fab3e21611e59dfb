/** The parts of a day; month and day of the month count from 1. */
export interface DayFields {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

/** How a language writes numbers, days and periods. Not by `Intl`, whose data takes 8 MB. */
export interface Format {
  /** `5,487` */
  number(value: number): string;
  /** The form of a text that a count asks for: `1 paper`, `2 papers`. */
  plural(count: number): 'one' | 'other';
  /** `6 Dec 2024` */
  day(parts: DayFields): string;
  /** `Dec 2024` */
  month(year: string, month: number): string;
  /** `2024` */
  year(year: string): string;
  /** Two different days of one year: `30 Nov – 6 Dec 2024`. */
  daysOfYear(from: DayFields, to: DayFields): string;
  /** The separator between two complete days or months: ` – `. */
  readonly between: string;
  /** The separator between a day and an hour: `, `. */
  readonly beforeHour: string;
}

/** A number rounded to three decimals, with commas between thousands: `5,487`. */
export function withCommas(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
