import type { Day, Digest, Listing, PaperId } from '../../src/archive/paper.ts';

/** A paper on one day, as the digest of that day has it. */
interface Row extends Listing {
  readonly date: Day;
}

/**
 * Facts counted once more, in plain code over the parsed digests and nothing else: what answers say is compared with
 * this, so that a mistake in the archive or in the answering cannot hide behind itself.
 */
export class Count {
  readonly rows: readonly Row[];

  constructor(digests: readonly Digest[]) {
    this.rows = digests.flatMap(({ date, listings }) => listings.map((listing) => ({ ...listing, date })));
  }

  between(from: Day, to: Day): readonly Row[] {
    return this.rows.filter(({ date }) => date >= from && date <= to);
  }

  papers(from: Day, to: Day): number {
    return new Set(this.between(from, to).map(({ paperId }) => paperId)).size;
  }

  days(from: Day, to: Day): number {
    return new Set(this.between(from, to).map(({ date }) => date)).size;
  }

  votes(from: Day, to: Day): number {
    return sum(this.between(from, to).map(({ votes }) => (typeof votes === 'number' ? votes : 0)));
  }

  /** The papers with at least this many votes. */
  atLeast(votes: number, from: Day, to: Day): readonly PaperId[] {
    const rows = this.between(from, to).filter((row) => typeof row.votes === 'number' && row.votes >= votes);
    return [...new Set(rows.map(({ paperId }) => paperId))];
  }

  /** The papers with `least` to `most` votes. */
  within(least: number, most: number, from: Day, to: Day): readonly PaperId[] {
    const rows = this.between(from, to).filter(
      ({ votes }) => typeof votes === 'number' && votes >= least && votes <= most,
    );
    return [...new Set(rows.map(({ paperId }) => paperId))];
  }

  /** The papers of the first day of a period; with a name, of the first day that has one by that author. */
  oldest(from: Day, to: Day, name: string | null): readonly PaperId[] {
    const rows = this.between(from, to).filter(
      ({ authors }) => name === null || authors.names.includes(name),
    );
    const first = rows.map(({ date }) => date).sort()[0];
    return [...new Set(rows.filter(({ date }) => date === first).map(({ paperId }) => paperId))];
  }

  /** The votes of all papers of an author. */
  votesOf(name: string): number {
    const rows = this.rows.filter(({ authors }) => authors.names.includes(name));
    return sum(rows.map(({ votes }) => (typeof votes === 'number' ? votes : 0)));
  }

  /** The highest `count` votes, most first. */
  top(from: Day, to: Day, count: number): readonly number[] {
    const votes = this.between(from, to).flatMap((row) => (typeof row.votes === 'number' ? row.votes : []));
    return votes.sort((a, b) => b - a).slice(0, count);
  }

  by(name: string, from: Day, to: Day): ReadonlySet<PaperId> {
    const rows = this.between(from, to).filter(({ authors }) => authors.names.includes(name));
    return new Set(rows.map(({ paperId }) => paperId));
  }

  of(id: PaperId): readonly Row[] {
    return this.rows.filter(({ paperId }) => paperId === id);
  }

  /** The papers of the author with the most. */
  mostOfOne(from: Day, to: Day): number {
    const names = new Set(this.between(from, to).flatMap(({ authors }) => authors.names));
    return Math.max(...[...names].map((name) => this.by(name, from, to).size));
  }

  /** The papers of the day with the most. */
  fullestDay(): number {
    const days = [...new Set(this.rows.map(({ date }) => date))];
    return Math.max(...days.map((day) => this.papers(day, day)));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
