const KEY = 'paperboy-dismissed';

/** Ephemeral messages that were dismissed in this tab, so that a reload does not bring them back. */
export function readDismissed(): ReadonlySet<string> {
  return new Set(sessionStorage.getItem(KEY)?.split(' '));
}

export function writeDismissed(ids: ReadonlySet<string>): void {
  sessionStorage.setItem(KEY, [...ids].join(' '));
}
