import { AsyncLocalStorage } from 'node:async_hooks';
import { DecoratorHandler, Dispatcher, getGlobalDispatcher } from 'undici';
import { LeaseEnded } from '../../../delivery/lease.ts';

/** Whether the lease of the running attempt is live. */
const leases = new AsyncLocalStorage<() => boolean>();

/** Runs `work`; after the lease has ended none of its requests is sent. @param leased called before each request */
export function underFence<T>(leased: () => boolean, work: () => Promise<T>): Promise<T> {
  return leases.run(leased, work);
}

/** undici calls `onConnect` on a connected socket, just before it writes the request. */
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
 * Sends requests with undici and checks the lease at the last moment: the process may be paused (SIGSTOP, sleep) while a
 * request waits in a queue or for a connection.
 */
class FencedDispatcher extends Dispatcher {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    const leased = leases.getStore();
    const fenced = leased === undefined ? handler : new FencedHandler(handler, leased);
    return getGlobalDispatcher().dispatch(options, fenced);
  }
}

export const fencedDispatcher: Dispatcher = new FencedDispatcher();
