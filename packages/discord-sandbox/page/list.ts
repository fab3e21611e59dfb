/** A line of a list to pick from. */
export interface ListItem {
  readonly key: string;
  readonly name: string;
  /** Another name, a kind of value. */
  readonly note?: string;
  readonly about: string;
  readonly picked?: boolean;
}

/** The place after an arrow key, or null for other keys. The list goes round. */
export function moved(active: number, key: string, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
