import { programName } from '../config.ts';
import type { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { sayPlain, tellPlain } from '../messages/locale.ts';
import type { TextKey } from '../messages/locales/translation.ts';

/** Standard output and error, in the language of the person. */
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

  /** `{{program}}` in a text becomes the command that starts the program. */
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

  /** A result, to standard output. */
  print(line: string): void {
    this.#out.write(`${line}\n`);
  }

  /** A remark or a mistake, to standard error. */
  remark(line: string): void {
    this.#err.write(`${line}\n`);
  }

  /** Says what is wrong and what to do. */
  explain({ key, values }: UserError): void {
    this.remark(`paperboy: ${sayPlain({ key, values: { program: programName(), ...values } }, this.locale)}`);
  }
}
