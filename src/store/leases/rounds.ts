/** Repeats work until it is stopped. @typeParam End how a round ended, which decides the next wait */
export class Rounds<End extends string> {
  readonly #run: (signal: AbortSignal) => Promise<End>;
  readonly #waits: Readonly<Record<End, number>>;
  readonly #end = new AbortController();
  #running: Promise<End> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** @param run never rejects; ends soon after its signal aborts @param waits milliseconds until the next round */
  constructor(run: (signal: AbortSignal) => Promise<End>, waits: Readonly<Record<End, number>>) {
    this.#run = run;
    this.#waits = waits;
  }

  /** Starts a round now, unless one is running, and repeats it. */
  look(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#end.signal.aborted || this.#running !== null) return;
    void this.round().then((end) => {
      if (!this.#end.signal.aborted) this.#timer = setTimeout(() => this.look(), this.#waits[end]);
    });
  }

  round(): Promise<End> {
    this.#running ??= this.#run(this.#end.signal).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Aborts the running round and waits for its end. */
  async stop(): Promise<void> {
    this.#end.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }
}
