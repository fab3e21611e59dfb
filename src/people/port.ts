import type { PaperId } from '../archive/paper.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Text } from '../errors.ts';

/** Per person. */
export const SAVED_MAX = 1000;

export interface SavedPapers {
  /** Newest first. */
  of(person: Snowflake): Promise<readonly PaperId[]>;
  /** @param now milliseconds since 1970 @returns false if the person has `SAVED_MAX` papers */
  save(person: Snowflake, paperId: PaperId, now: number): Promise<boolean>;
  remove(person: Snowflake, paperId: PaperId): Promise<void>;
}

/** One kind of personal data. `/privacy` shows, exports and deletes every kind. */
export interface PersonalData {
  readonly name: string;
  /** One text per thing that is stored. */
  shown(person: Snowflake): Promise<readonly Text[]>;
  /** As JSON; null if nothing is stored. */
  exported(person: Snowflake): Promise<object | null>;
  /** Afterwards no row names the person. */
  forget(person: Snowflake): Promise<void>;
}
