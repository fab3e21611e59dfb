import { fold } from '../archive/fold.ts';

/** The words of a text, folded: runs of letters and digits. */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
