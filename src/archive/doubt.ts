import type { Section } from './paper.ts';

/** Whether a summary seems to describe another paper than the title names. */
export function isDoubtful(_title: string, _sections: readonly Section[]): boolean {
  return false;
}
