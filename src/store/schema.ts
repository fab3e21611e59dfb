import type { Day, PaperId } from '../archive/paper.ts';

/** The tables as Kysely sees them. Lists are JSON text: the same on SQLite and PostgreSQL, and never queried. */
export interface Schema {
  digests: DigestRow;
  listings: ListingRow;
  kept_invocations: KeptInvocationRow;
}

export interface DigestRow {
  day: Day;
  /** Hash of the digest's content, by which a change is seen. */
  hash: string;
  /** ISO 8601, UTC. */
  stored_at: string;
}

export interface ListingRow {
  day: Day;
  /** Place in the digest, from 0. */
  position: number;
  paper_id: PaperId;
  title: string;
  /** Null where unknown; `votes_unknown` then says how the digest puts it. */
  votes: number | null;
  votes_unknown: 'dash' | 'missing' | null;
  /** JSON: string[] */
  authors: string;
  /** 1 when the digest ends the list with `+`. */
  authors_cut: number;
  media_kind: 'image' | 'video' | null;
  media_url: string | null;
  /** JSON: [heading, text][] */
  sections: string;
}

export interface KeptInvocationRow {
  key: string;
  line: string;
  /** ISO 8601, UTC. */
  expires_at: string;
}
