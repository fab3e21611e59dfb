import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord-api-types/v10';
import { customId, type Invocation } from '../../../answers/invocation.ts';
import * as limits from '../../limits.ts';
import { clean } from '../text/escape.ts';
import { cut } from '../text/truncate.ts';

/** Discord's numbers of component types and button styles. Its enums are values, and this folder imports only types. */
const ROW = 1;
const BUTTON = 2;
const MENU = 3;
const PRIMARY = 1;
const SECONDARY = 2;
const LINK = 5;

/** A button that runs a command. */
export interface Button {
  readonly label: string;
  readonly invocation: Invocation;
  readonly disabled?: boolean;
  /** Whether it is highlighted as the one that most people want. */
  readonly primary?: boolean;
}

/** @param here whether the answer replaces the message of the button */
export function button(
  label: string,
  command: string,
  options: Invocation['options'] = {},
  here?: 'here',
): Button {
  return { label, invocation: { command, options, ...(here !== undefined && { here: true }) } };
}

/** A button that opens an address. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

interface MenuOption {
  readonly label: string;
  readonly description?: string;
  /** The value for the option that the menu's invocation names in `pick`. */
  readonly value: string;
}

/** A select menu; its invocation has a `pick`. */
export interface Menu {
  readonly placeholder: string;
  readonly invocation: Invocation;
  readonly options: readonly MenuOption[];
}

export type Row = readonly (Button | Link)[] | Menu;

type RowJson = APIActionRowComponent<APIComponentInMessageActionRow>;

interface Components {
  readonly components: RowJson[];
  readonly keep: ReadonlyMap<string, string>;
}

/**
 * Lays out rows of buttons and menus within Discord's limits. All texts are plain. Drops repeated controls, controls
 * without a name, and whatever does not fit: the 6th row, the 6th button, the 26th option, a value over 100 characters. So
 * put the most useful ones first.
 *
 * @see https://discord.com/developers/docs/components/reference#action-row
 */
export function layOut(rows: readonly Row[]): Components {
  const keep = new Map<string, string>();
  const taken = new Set<string>();
  const components: RowJson[] = [];
  const idOf = (invocation: Invocation): string | null => {
    const { id, keep: line } = customId(invocation);
    if (taken.has(id) || !(line ?? id).isWellFormed()) return null;
    taken.add(id);
    if (line !== null) keep.set(id, line);
    return id;
  };
  for (const row of rows) {
    if (components.length === limits.ROWS_MAX) break;
    const inside = isMenu(row) ? menu(row, idOf) : buttons(row, idOf);
    if (inside.length > 0) components.push({ type: ROW, components: inside });
  }
  return { components, keep };
}

function isMenu(row: Row): row is Menu {
  return 'options' in row;
}

type IdOf = (invocation: Invocation) => string | null;

function buttons(row: readonly (Button | Link)[], idOf: IdOf): APIButtonComponent[] {
  const made: APIButtonComponent[] = [];
  for (const button of row) {
    if (made.length === limits.ROW_BUTTONS_MAX) break;
    const label = cut(clean(button.label), limits.BUTTON_LABEL_MAX);
    if (label === '') continue;
    if ('url' in button) {
      made.push({ type: BUTTON, style: LINK, label, url: button.url });
      continue;
    }
    const id = idOf(button.invocation);
    if (id === null) continue;
    const style = button.primary ? PRIMARY : SECONDARY;
    made.push({ type: BUTTON, style, label, custom_id: id, ...(button.disabled && { disabled: true }) });
  }
  return made;
}

function menu({ placeholder, invocation, options }: Menu, idOf: IdOf): APIComponentInMessageActionRow[] {
  const made = new Map<string, APISelectMenuOption>();
  for (const { label, description = '', value } of options) {
    if (made.size === limits.MENU_OPTIONS_MAX) break;
    const name = cut(clean(label), limits.MENU_TEXT_MAX);
    if (name === '' || !isMenuValue(value) || made.has(value)) continue;
    const remark = cut(clean(description), limits.MENU_TEXT_MAX);
    made.set(value, { label: name, value, ...(remark !== '' && { description: remark }) });
  }
  const id = made.size > 0 ? idOf(invocation) : null;
  if (id === null) return [];
  return [
    {
      type: MENU,
      custom_id: id,
      placeholder: cut(clean(placeholder), limits.MENU_PLACEHOLDER_MAX),
      options: [...made.values()],
    },
  ];
}

/** Whether Discord accepts a value and returns it unchanged. */
export function isMenuValue(value: string): boolean {
  return (
    value !== '' && value.length <= limits.MENU_TEXT_MAX && value === value.trim() && value.isWellFormed()
  );
}
