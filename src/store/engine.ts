import type { Dialect } from 'kysely';

/** What a driver throws, with its code where it has one. */
type StatementError = Error & { readonly code?: unknown };

/** What differs between databases: the driver, and which errors mean that the database is unusable. */
export interface Engine {
  readonly dialect: Dialect;
  /** The address without its password, for logs. */
  readonly shown: string;
  /** @returns why the database is unusable (full, read-only, unreachable); null for a bug of ours */
  unusable(error: StatementError): string | null;
  /** Whether a statement lost a race with another process, so that it can be retried. */
  lostRace(error: StatementError): boolean;
  /** Makes a copy of the store's file by another program complete. */
  flush?(): Promise<void>;
}
