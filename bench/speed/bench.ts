import type { DigestFile } from './data/vary.ts';
import type { Workspace } from './data/workspace.ts';
import type { Row } from './table.ts';

/** Digests of one of the two sizes. */
export interface DataSet {
  readonly name: string;
  readonly files: readonly DigestFile[];
  /** The folder with their files. */
  readonly folder: string;
  /** The URL of a store with them and its index; made on the first call. */
  database(): Promise<string>;
}

/** The data for every part of the bench. */
export interface Bench {
  readonly workspace: Workspace;
  readonly small: DataSet;
  readonly large: DataSet;
  /** Channels that become due in the same minute. */
  readonly channels: number;
}

export type Part = (bench: Bench) => Promise<readonly Row[]>;
