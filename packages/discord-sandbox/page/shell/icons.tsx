/** Line drawings of 20 × 20 units, in the colour of the surrounding text. */
const PATHS = {
  hash: 'M7.6 3 6 17M14 3l-1.6 14M3.6 7.4h13.6M2.8 12.6h13.6',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  send: 'M3.2 16.8 17 10 3.2 3.2l1.9 6.8zM5.1 10H10',
  reply: 'M8 4.5 3 9.5l5 5M3 9.5h8a6 6 0 0 1 6 6',
  apps: 'M3.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5zM14 3v6M11 6h6',
  slash: 'M12.6 3 7.4 17',
  braces: 'M8 3C4 3 7 9 3.5 10 7 11 4 17 8 17M12 3c4 0 1 6 4.5 7-3.5 1-.5 7-4.5 7',
  chevron: 'm5 7.5 5 5 5-5',
  outside: 'M8 4H4.5v11.5H16V12M11 3.5h5.5V9M16 4l-7.5 7.5',
  down: 'M10 3.5v12.5M4.5 10.5 10 16l5.5-5.5',
  paper: 'M3 4.5h11v10a2 2 0 0 0 2 2H5a2 2 0 0 1-2-2zM14 8h3v6.5a2 2 0 0 1-2 2M6 8h5M6 11h5M6 14h3',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
} as const;

type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A button with an icon. */
export function IconButton({
  icon,
  label,
  look = '',
  ...rest
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly look?: string;
  readonly disabled?: boolean;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class={`plain ${look}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
