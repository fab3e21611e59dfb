/**
 * The same work again and again, one round at a time, until it is stopped.
 *
 * @typeParam End what a round ended with, by which the wait for the next is chosen
 */
export class Rounds<End extends string> {
  readonly #run: (signal: AbortSignal) => Promise<End>;
  readonly #waits: Readonly<Record<End, number>>;
  readonly #end = new AbortController();
  #running: Promise<End> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param run never rejects; ends soon after its signal
   * @param waits milliseconds from a round's end to the next
   */
  constructor(run: (signal: AbortSignal) => Promise<End>, waits: Readonly<Record<End, number>>) {
    this.#run = run;
    this.#waits = waits;
  }

  /** Begins a round at once, unless one is under way, and from then on by itself. */
  look(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#end.signal.aborted || this.#running !== null) return;
    void this.round().then((end) => {
      if (!this.#end.signal.aborted) this.#timer = setTimeout(() => this.look(), this.#waits[end]);
    });
  }

  /** One round; one that is asked for while one runs is that one. */
  round(): Promise<End> {
    this.#running ??= this.#run(this.#end.signal).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Ends the round under way, and begins no other by itself. */
  async stop(): Promise<void> {
    this.#end.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }
}
