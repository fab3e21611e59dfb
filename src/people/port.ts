import type { PaperId } from '../archive/paper.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Text } from '../errors.ts';

/** The most papers that one person can save. */
export const SAVED_MAX = 1000;

/** The papers that people save for themselves. */
export interface SavedPapers {
  /** A person's papers, the one saved last first. */
  of(person: Snowflake): Promise<readonly PaperId[]>;
  /**
   * Saves a paper; saving it again changes nothing.
   *
   * @param now milliseconds since 1970
   * @returns false where the person has as many as they may have
   */
  save(person: Snowflake, paperId: PaperId, now: number): Promise<boolean>;
  remove(person: Snowflake, paperId: PaperId): Promise<void>;
}

/** One kind of data that is stored of a person. `/privacy` shows, exports and deletes every kind. */
export interface PersonalData {
  /** Its name in an export. */
  readonly name: string;
  /** What is stored of a person, one text for each thing; none where nothing is. */
  shown(person: Snowflake): Promise<readonly Text[]>;
  /** All of it as JSON; null where nothing is stored. */
  exported(person: Snowflake): Promise<object | null>;
  /** Deletes all of it; afterwards no row names the person. */
  forget(person: Snowflake): Promise<void>;
}
