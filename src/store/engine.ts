import type { Dialect } from 'kysely';

/** An error from a database driver, with its code if it has one. */
type StatementError = Error & { readonly code?: unknown };

/** The differences between databases: the driver, and the meaning of its errors. */
export interface Engine {
  readonly dialect: Dialect;
  /** The address without its password, for logs. */
  readonly shown: string;
  /** @returns why the database is unusable (full, read-only, unreachable); null for a bug of ours */
  unusable(error: StatementError): string | null;
  /** Whether a statement lost a race with another process, so that it can be retried. */
  lostRace(error: StatementError): boolean;
  /** Writes everything into the store's file, so that a copy of that file is complete. */
  flush?(): Promise<void>;
}
