import type { Dialect } from 'kysely';

type StatementError = Error & { readonly code?: unknown };

export interface Engine {
  readonly dialect: Dialect;
  /** The address without its password, for logs. */
  readonly shown: string;
  /** @returns why the database is unusable (full, read-only, unreachable); null for a bug */
  unusable(error: StatementError): string | null;
  lostRace(error: StatementError): boolean;
  flush?(): Promise<void>;
}
