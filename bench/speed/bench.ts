import type { DigestFile } from './data/vary.ts';
import type { Workspace } from './data/workspace.ts';
import type { Row } from './table.ts';

/** Digests of one of the two sizes, ready for use. */
export interface DataSet {
  readonly name: string;
  readonly files: readonly DigestFile[];
  /** Where they lie as files. */
  readonly folder: string;
  /** The URL of a store that holds them, with its index; made when first asked for. */
  database(): Promise<string>;
}

/** What a part of the bench works with. */
export interface Bench {
  readonly workspace: Workspace;
  readonly small: DataSet;
  readonly large: DataSet;
  /** Channels that become due in the same minute. */
  readonly channels: number;
}

export type Part = (bench: Bench) => Promise<readonly Row[]>;
