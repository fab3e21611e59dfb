import { ComponentType } from 'discord-api-types/v10';
import { InputError } from './command-input.ts';
import type { Interaction } from './interactions.ts';
import type { Component } from './limits/component.ts';
import type { State } from './state.ts';

/** Whether a component takes these values; throws `InputError` for values it does not offer. */
export function fits(component: Component, values: readonly string[]): boolean {
  if (component.type === ComponentType.Button) return false;
  if (values.length < component.min_values || values.length > component.max_values) {
    throw new InputError(`choose ${component.min_values} to ${component.max_values}`);
  }
  if (component.type !== ComponentType.StringSelect) return true;
  const offered = new Set(component.options.map(({ value }) => value));
  const missing = values.find((value) => !offered.has(value));
  if (missing !== undefined) throw new InputError(`${missing} is not offered`);
  return true;
}

/** What the chosen ids stand for, which Discord sends along. */
export function resolvedValues(state: State, { type }: Component, values: readonly string[]) {
  const among = <Value>(all: ReadonlyMap<string, Value>, shown: (value: Value) => unknown) =>
    Object.fromEntries(
      values.flatMap((id) => {
        const value = all.get(id);
        return value === undefined ? [] : [[id, shown(value)]];
      }),
    );
  if (type === ComponentType.ChannelSelect)
    return { resolved: { channels: among(state.channels, (one) => one) } };
  if (type === ComponentType.UserSelect)
    return { resolved: { users: among(state.people, ({ user }) => user) } };
  return {};
}

/** A form as it is sent: each text input with what was typed, or what stood in it before. */
export function filled({ modal }: Interaction, values: Readonly<Record<string, string>>) {
  return modal?.components.map((part) => {
    const input = (
      field: { custom_id: string; value?: string | undefined; required?: boolean | undefined },
      id: number,
    ) => {
      const value = values[field.custom_id] ?? field.value ?? '';
      if (value === '' && field.required !== false)
        throw new InputError(`${field.custom_id}: this field is required`);
      return { type: ComponentType.TextInput, id, custom_id: field.custom_id, value };
    };
    return part.type === ComponentType.Label
      ? { type: part.type, id: 1, component: input(part.component, 2) }
      : { type: part.type, id: 1, components: part.components.map((field) => input(field, 2)) };
  });
}
