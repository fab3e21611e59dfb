import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long a turn is waited for before the answer is deferred, ms; Discord waits 3 s. */
const PATIENCE = 500;
/** The least assumed cost of a turn, ms: an expensive one may follow cheap ones. */
const COST_MIN = 5;
/** Weight of the latest turn in the average cost. */
const LATEST = 0.2;

interface Entry {
  readonly person: string;
  readonly at: number;
  /** Called with true at its turn, or with false if that is too late. */
  readonly resolve: (isTurn: boolean) => void;
}

/**
 * Decides who is answered next. People take turns, one per round of the event loop, so that an answer is sent before the
 * next is computed. Patient callers get every second turn.
 */
export class Turns {
  readonly #soon = new Line();
  readonly #patient = new Line();
  readonly #late: Entry[] = [];
  readonly #now: () => number;
  readonly #round: () => Promise<unknown>;
  readonly #pause: (milliseconds: number) => Promise<unknown>;
  #latest: number;
  #asked = 0;
  #cost = COST_MIN;
  #isPatientNext = false;
  #isServing = false;

  /** @param now milliseconds on a monotonic clock @param round waits for the next round of the event loop */
  constructor(
    now: () => number = () => performance.now(),
    round: () => Promise<unknown> = setImmediate,
    pause: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
      setTimeout(milliseconds, undefined, { ref: false }),
  ) {
    this.#now = now;
    this.#round = round;
    this.#pause = pause;
    this.#latest = now();
  }

  /** How often somebody asked so far, without the background. */
  get asked(): number {
    return this.#asked;
  }

  /** Waits until nobody had a turn for `milliseconds`, so that blocking work delays nobody. */
  async quiet(milliseconds: number): Promise<void> {
    for (;;) {
      const left = this.#latest + milliseconds - this.#now();
      if (left <= 0 && !this.#isServing) return;
      await this.#pause(Math.max(left, 1));
    }
  }

  /** @returns false if the turn would come too late for Discord; the caller can then take a `patient` one */
  soon(person: string): Promise<boolean> {
    this.#asked += 1;
    return new Promise((resolve) => {
      const entry = { person, at: this.#now(), resolve };
      const turns = this.#soon.before(person) * (this.#patient.size > 0 ? 2 : 1);
      if (turns * this.#cost > PATIENCE) this.#late.push(entry);
      else this.#soon.add(entry);
      void this.#serve();
    });
  }

  patient(person: string): Promise<unknown> {
    return new Promise((resolve) => {
      this.#patient.add({ person, at: this.#now(), resolve });
      void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    if (this.#isServing) return;
    this.#isServing = true;
    await this.#round();
    for (;;) {
      const at = this.#now();
      const late = this.#soon.takeOlder(at - PATIENCE) ?? this.#late.shift() ?? null;
      const next = late === null ? this.#next() : null;
      if (late === null && next === null) break;
      late?.resolve(false);
      next?.resolve(true);
      await this.#round();
      if (next !== null)
        this.#cost += Math.max(COST_MIN - this.#cost, LATEST * (this.#now() - at - this.#cost));
    }
    this.#isServing = false;
    this.#latest = this.#now();
  }

  #next(): Entry | null {
    const [first, second] = this.#isPatientNext ? [this.#patient, this.#soon] : [this.#soon, this.#patient];
    this.#isPatientNext = !this.#isPatientNext;
    return first.take() ?? second.take();
  }
}

/** One entry of each person in turn, and each person's entries in order. */
class Line {
  readonly #waiting = new Map<string, Entry[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  before(person: string): number {
    const own = this.#waiting.get(person)?.length ?? 0;
    return Math.min(this.#size, (own + 1) * this.#waiting.size);
  }

  add(entry: Entry): void {
    const own = this.#waiting.get(entry.person);
    if (own === undefined) this.#waiting.set(entry.person, [entry]);
    else own.push(entry);
    this.#size += 1;
  }

  take(): Entry | null {
    const [person] = this.#waiting.keys();
    return person === undefined ? null : this.#takeOf(person);
  }

  /** An entry from before `than`, if any. */
  takeOlder(than: number): Entry | null {
    for (const [person, [first]] of this.#waiting)
      if (first !== undefined && first.at < than) return this.#takeOf(person);
    return null;
  }

  /** A person's first entry; the others go to the end of the queue. */
  #takeOf(person: string): Entry | null {
    const [first = null, ...others] = this.#waiting.get(person) ?? [];
    this.#waiting.delete(person);
    if (others.length > 0) this.#waiting.set(person, others);
    if (first !== null) this.#size -= 1;
    return first;
  }
}
