/** The parts of a day; month and day of the month count from 1. */
export interface DayFields {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

/** How a language writes numbers, days and periods. */
export interface Format {
  /** `5,487` */
  number(value: number): string;
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
