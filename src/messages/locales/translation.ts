import type { en } from './en/index.ts';

/** Texts with exactly the keys of the English ones, except the singular forms, which Korean does not have. */
export type Translation = Mirror<typeof en>;

export type Mirror<Texts> = {
  readonly [Key in keyof Texts as Key extends `${string}_one` ? never : Key]: Texts[Key] extends string
    ? string
    : Mirror<Texts[Key]>;
};

/** The key of a text, such as `errors.top.none`; plural forms share one key (`papers.count`). */
export type TextKey = Keys<typeof en>;

type Keys<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Singular<Key> : `${Key}.${Keys<Texts[Key]>}`;
}[keyof Texts & string];

type Singular<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
