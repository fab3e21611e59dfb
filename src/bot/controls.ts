import { isKey, readInvocation } from '../answers/invocation.ts';

export interface Control {
  readonly customId: string;
  /** The choices of a menu; empty for a button. */
  readonly values: readonly string[];
}

/** So that their ids fit into an option. */
const SHOWN_MAX = 25;

/** The ids of the papers that an answer shows, in order, read from its buttons and menus. */
export function shownBy(controls: readonly Control[]): string {
  const ids = controls.flatMap(({ customId, values }) => {
    if (isKey(customId)) return [];
    const picks = values.length > 0 ? values : [undefined];
    return picks.flatMap((picked) => {
      const paper = readInvocation(customId, picked)?.options.paper;
      return paper === undefined ? [] : [String(paper)];
    });
  });
  return [...new Set(ids)].slice(0, SHOWN_MAX).join(' ');
}
