import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { z } from 'zod';

/** What a reader of citations makes of an entry, whatever the format. */
export interface ParsedEntry {
  readonly key: string | null;
  readonly title: string;
  /** Each as its letters and digits alone, given names first, in order; null where the entry names none. */
  readonly authors: readonly string[] | null;
  readonly year: number;
  readonly note: string | null;
  readonly id: string;
}

const creatorSchema = z.object({
  name: z.string().default(''),
  firstName: z.string().default(''),
  prefix: z.string().default(''),
  lastName: z.string().default(''),
  suffix: z.string().default(''),
});
const bibtexSchema = z.object({
  key: z.string(),
  fields: z.object({
    title: z.string(),
    author: z.array(creatorSchema).optional(),
    year: z.string(),
    eprint: z.string(),
    note: z.string().optional(),
  }),
});

/** Reads BibTeX with the parser of Better BibTeX. @throws Error for an entry that it cannot read */
export function parseBibtex(text: string): readonly ParsedEntry[] {
  const { entries, errors } = parse(text, { sentenceCase: false });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return entries.map((entry) => {
    const { key, fields } = bibtexSchema.parse(entry);
    const authors = fields.author?.map(({ name, firstName, prefix, lastName, suffix }) =>
      lettersOf([name, firstName, prefix, lastName, suffix].join('')),
    );
    return {
      key,
      title: fields.title,
      authors: authors ?? null,
      year: Number(fields.year),
      note: fields.note ?? null,
      id: fields.eprint,
    };
  });
}

const cslSchema = z.object({
  title: z.string(),
  author: z
    .array(
      z.object({
        given: z.string().default(''),
        family: z.string().default(''),
        suffix: z.string().default(''),
        'non-dropping-particle': z.string().default(''),
        'dropping-particle': z.string().default(''),
        literal: z.string().default(''),
      }),
    )
    .optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.coerce.number())) }),
  URL: z.string(),
  note: z.string().optional(),
});

/** Reads RIS with Citation.js. */
export function parseRis(text: string): readonly ParsedEntry[] {
  return z
    .array(cslSchema)
    .parse(new Cite(text, { forceType: '@ris/file' }).data)
    .map(({ title, author, issued, URL: url, note }) => ({
      key: null,
      title,
      authors:
        author?.map((one) =>
          lettersOf(
            [
              one.literal,
              one.given,
              one['dropping-particle'],
              one['non-dropping-particle'],
              one.family,
              one.suffix,
            ].join(''),
          ),
        ) ?? null,
      year: issued['date-parts'][0]?.[0] ?? 0,
      note: note ?? null,
      id: url.replace('https://arxiv.org/abs/', ''),
    }));
}

/** A name by which two writings of it compare. */
export function lettersOf(name: string): string {
  return name.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}
