/** Work that yields every few milliseconds. */
export type Sliced<Result> = Generator<void, Result>;

/** Lets other work have its turn. */
export type Pause = () => Promise<unknown>;

/** Slices before the work moves to the background, so that a small archive is ready at once. */
const AT_FIRST = 30;
/** Items in a slice of little work each. */
export const SLICE = 1_000;

/** Runs sliced work without a pause. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function* mapped<Item, Result>(
  items: readonly Item[],
  make: (item: Item, index: number) => Result,
): Sliced<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % SLICE === 0) yield;
    results.push(make(item, index));
  }
  return results;
}

/** Stable, in slices. */
export function* sorted<Item>(
  items: readonly Item[],
  order: (a: Item, b: Item) => number,
): Sliced<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    runs.push(items.slice(from, from + SLICE).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], order));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  order: (a: Item, b: Item) => number,
): Sliced<readonly Item[]> {
  const merged: Item[] = [];
  let taken = 0;
  for (const item of first) {
    for (let next = second[taken]; next !== undefined && order(next, item) < 0; next = second[taken]) {
      merged.push(next);
      taken += 1;
    }
    merged.push(item);
    if (merged.length % SLICE === 0) yield;
  }
  return merged.concat(second.slice(taken));
}

/** Keeps computed values from one start to the next. */
export interface Shelf {
  /** @param state of everything that the value is computed from, and of the rules by which */
  load<Value>(name: string, state: string): Value | null;
  save(name: string, state: string, value: unknown): void;
}

/** How a value is kept on a shelf. */
export interface Keeping<Value> {
  load(): Value | null;
  save(value: Value): void;
}

/**
 * A value computed from the whole archive: when it is read, or after `keepBy` in the background after each change. Readers
 * get the previous value meanwhile.
 */
export class Derived<Value extends object> {
  readonly #make: () => Sliced<Value>;
  #value: Value | null = null;
  #isCurrent = false;
  #pause: Pause | null = null;
  #kept: Keeping<Value> | null = null;
  /** Whether the value of an earlier start still has to be looked for. */
  #isLeft = false;
  #making: Promise<void> | null = null;
  /** What the background is computing. */
  #work: Sliced<Value> | null = null;

  constructor(make: () => Sliced<Value>) {
    this.#make = make;
  }

  /** False during the first computation in the background; reading `value` then does the rest of it at once. */
  get isReady(): boolean {
    return this.#pause === null || this.#value !== null;
  }

  get value(): Value {
    this.#takeLeft();
    const isKept = this.#pause !== null || this.#isCurrent;
    return this.#value !== null && isKept ? this.#value : this.make();
  }

  make(): Value {
    const work = this.#isCurrent && this.#work !== null ? this.#work : this.#make();
    this.#isCurrent = true;
    this.#work = null;
    const value = atOnce(work);
    this.#value = value;
    this.#save();
    return value;
  }

  /** The value is out of date. */
  change(): void {
    this.#isCurrent = false;
    if (this.#pause !== null) this.#remake(this.#pause);
  }

  /**
   * Computes the value in the background from now on.
   *
   * @param kept where an earlier start may have left it
   * @param begun the background begins after it; whoever reads the value before gets the one that was left
   */
  keepBy(pause: Pause, kept: Keeping<Value> | null = null, begun: Promise<unknown> | null = null): void {
    this.#pause = pause;
    this.#kept = kept;
    this.#isLeft = kept !== null;
    const begin = () => {
      this.#making = null;
      this.#takeLeft();
      if (this.#value !== null) this.#isCurrent = true;
      this.#remake(pause, AT_FIRST);
    };
    if (begun === null) begin();
    else this.#making = begun.then(pause).then(begin);
  }

  /** False before there is a value that can be read at once, also from an earlier start. */
  hasValue(): boolean {
    this.#takeLeft();
    return this.isReady;
  }

  /** Waits for the value. Callers resume one by one, with a pause in between. */
  async ready(): Promise<void> {
    if (this.isReady) return;
    while (this.#value === null) await this.#making;
    await this.#pause?.();
  }

  /** Waits until nothing is left to compute. */
  async made(): Promise<void> {
    while (this.#making !== null) await this.#making;
  }

  #takeLeft(): void {
    if (!this.#isLeft) return;
    this.#isLeft = false;
    if (!this.#isCurrent) this.#value = this.#kept?.load() ?? this.#value;
    if (this.#value !== null) this.#isCurrent = true;
  }

  #remake(pause: Pause, atFirst = 0): void {
    this.#making ??= this.#makeBy(pause, atFirst).finally(() => {
      this.#making = null;
      if (!this.#isCurrent) this.#remake(pause);
    });
  }

  async #makeBy(pause: Pause, atFirst: number): Promise<void> {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    const work = this.#make();
    this.#work = work;
    for (let slices = 0; ; slices += 1) {
      if (slices > atFirst) await pause();
      // A reader who could not wait has done the rest.
      if (this.#work !== work) return;
      const step = work.next();
      if (!step.done) continue;
      this.#value = step.value;
      this.#work = null;
      this.#save();
      return;
    }
  }

  #save(): void {
    if (this.#isCurrent && this.#value !== null) this.#kept?.save(this.#value);
  }
}
