/**
 * Repeats work, one round at a time, until it is stopped.
 *
 * @typeParam End how a round ended; it decides the wait for the next
 */
export class Rounds<End extends string> {
  readonly #run: (signal: AbortSignal) => Promise<End>;
  readonly #waits: Readonly<Record<End, number>>;
  readonly #end = new AbortController();
  #running: Promise<End> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param run one round; must never reject, and must end soon after its signal aborts
   * @param waits milliseconds from the end of a round to the next
   */
  constructor(run: (signal: AbortSignal) => Promise<End>, waits: Readonly<Record<End, number>>) {
    this.#run = run;
    this.#waits = waits;
  }

  /** Starts a round now, unless one is running, and repeats it from then on. */
  look(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#end.signal.aborted || this.#running !== null) return;
    void this.round().then((end) => {
      if (!this.#end.signal.aborted) this.#timer = setTimeout(() => this.look(), this.#waits[end]);
    });
  }

  /** Runs one round, or joins the running one. */
  round(): Promise<End> {
    this.#running ??= this.#run(this.#end.signal).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Aborts the running round, waits for its end, and starts no other. */
  async stop(): Promise<void> {
    this.#end.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }
}
