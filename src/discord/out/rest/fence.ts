import { AsyncLocalStorage } from 'node:async_hooks';
import { DecoratorHandler, Dispatcher, getGlobalDispatcher } from 'undici';
import { LeaseEnded } from '../../../delivery/lease.ts';

/** For the requests of an attempt: whether its lease still holds. */
const leases = new AsyncLocalStorage<() => boolean>();

/** Runs `work`; once the lease has ended, none of its requests is sent. @param leased called before each is written */
export function underFence<T>(leased: () => boolean, work: () => Promise<T>): Promise<T> {
  return leases.run(leased, work);
}

/** undici calls `onConnect` on a connected socket, in the same turn in which it writes the request. */
class FencedHandler extends DecoratorHandler {
  readonly #leased: () => boolean;
  readonly #handler: Dispatcher.DispatchHandlers;

  constructor(handler: Dispatcher.DispatchHandlers, leased: () => boolean) {
    super(handler);
    this.#handler = handler;
    this.#leased = leased;
  }

  onConnect(abort: (error?: Error) => void): void {
    if (!this.#leased()) throw new LeaseEnded();
    this.#handler.onConnect?.(abort);
  }
}

/**
 * Sends requests with undici, and checks the lease at the last moment: the process may be paused (SIGSTOP, a sleeping
 * machine) while a request waits for its turn, in a queue of discord.js, or for a connection.
 */
class FencedDispatcher extends Dispatcher {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    const leased = leases.getStore();
    const fenced = leased === undefined ? handler : new FencedHandler(handler, leased);
    return getGlobalDispatcher().dispatch(options, fenced);
  }
}

export const fencedDispatcher: Dispatcher = new FencedDispatcher();
