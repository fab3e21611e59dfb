/** An item in a list to pick from. */
export interface ListItem {
  readonly key: string;
  readonly name: string;
  /** A remark: another name, or the type of a value. */
  readonly note?: string;
  readonly about: string;
  readonly picked?: boolean;
}

/** The active place after an arrow key, or null for other keys. The list wraps around. */
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
