import { programName } from '../config.ts';
import type { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { sayPlain, tellPlain } from '../messages/locale.ts';
import type { TextKey } from '../messages/locales/translation.ts';

/** The terminal that a subcommand talks to, in its language. */
export class Terminal {
  readonly locale: Language;
  readonly #out: NodeJS.WritableStream;
  readonly #err: NodeJS.WritableStream;

  constructor(
    locale: Language,
    out: NodeJS.WritableStream = process.stdout,
    err: NodeJS.WritableStream = process.stderr,
  ) {
    this.locale = locale;
    this.#out = out;
    this.#err = err;
    // A reader that stops reading (`| head`) ends the program.
    out.on('error', (error) => {
      if ('code' in error && error.code === 'EPIPE') process.exit();
      throw error;
    });
  }

  /** A text of the program's in the terminal's language; `{{program}}` in it is how the program is called. */
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string {
    return tellPlain(key, this.locale, { program: programName(), ...values });
  }

  /** `5 digests`, `목록 5개`. */
  digests(count: number): string {
    return this.text('help.digests', { count });
  }

  /** `90 papers`, `논문 90편`. */
  papers(count: number): string {
    return this.text('papers.count', { count });
  }

  /** A result, on standard output. */
  print(line: string): void {
    this.#out.write(`${line}\n`);
  }

  /** A remark or a mistake, on standard error: results on standard output stay clean. */
  remark(line: string): void {
    this.#err.write(`${line}\n`);
  }

  /** One line that says what is wrong and what to do. */
  explain({ key, values }: UserError): void {
    this.remark(`paperboy: ${sayPlain({ key, values: { program: programName(), ...values } }, this.locale)}`);
  }
}
