import type { Dialect } from 'kysely';

/** What a driver throws, with its code where it has one. */
type StatementError = Error & { readonly code?: unknown };

/** What only one kind of database knows: how it is spoken to, and which of its errors say that it is unusable. */
export interface Engine {
  readonly dialect: Dialect;
  /** The address as it may be shown: never with a password. */
  readonly shown: string;
  /** @returns why the database cannot be used at present (full, read-only, not reached), or null for a bug of ours */
  unusable(error: StatementError): string | null;
  /** Whether a statement failed only because another process was quicker: it can be made anew. */
  lostRace(error: StatementError): boolean;
  /** Sees to it that a copy of the store's file, made without us, has everything. */
  flush?(): Promise<void>;
}
