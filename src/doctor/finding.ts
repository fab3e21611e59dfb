import type { Text } from '../errors.ts';

/** In the order of the lines. */
export const CHECKS = [
  'token',
  'application',
  'intents',
  'channels',
  'clock',
  'store',
  'space',
  'index',
  'papers',
  'huggingface',
  'model',
] as const;

/** `text`: all is well, or what to do. */
export interface Finding {
  readonly check: (typeof CHECKS)[number];
  readonly ok: boolean;
  readonly text: Text;
}

export function well(check: Finding['check'], text: Text): Finding {
  return { check, ok: true, text };
}

export function wrong(check: Finding['check'], text: Text): Finding {
  return { check, ok: false, text };
}
