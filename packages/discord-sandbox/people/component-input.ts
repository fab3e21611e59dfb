import { ComponentType } from 'discord-api-types/v10';
import type { Component } from '../limits/component.ts';
import { lengthOf } from '../limits/form.ts';
import { MODAL_LIMITS, type TextInput } from '../limits/modal.ts';
import type { Interaction } from '../state/interaction.ts';
import { rolesOf } from '../state/roles.ts';
import type { State } from '../state/state.ts';
import { InputError } from './command-input.ts';

/** Whether a component is a menu; throws `InputError` for values that it does not offer. */
export function fits(state: State, component: Component, values: readonly string[]): boolean {
  if (component.type === ComponentType.Button) return false;
  if (values.length < component.min_values || values.length > component.max_values) {
    throw new InputError(`choose ${component.min_values} to ${component.max_values}`);
  }
  const offered = offeredBy(state, component);
  const missing = values.find((value) => !offered.has(value));
  if (missing !== undefined) throw new InputError(`${missing} is not offered`);
  return true;
}

function offeredBy(state: State, component: Component): Set<string> {
  switch (component.type) {
    case ComponentType.StringSelect:
      return new Set(component.options.map(({ value }) => value));
    case ComponentType.ChannelSelect:
      return new Set(state.channels.keys());
    case ComponentType.RoleSelect:
      return new Set(rolesOf(state).map(({ id }) => id));
    case ComponentType.MentionableSelect:
      return new Set([...state.people.keys(), ...rolesOf(state).map(({ id }) => id)]);
    default:
      return new Set(state.people.keys());
  }
}

/** The objects behind the chosen ids, which Discord sends along. */
export function resolvedValues(state: State, { type }: Component, values: readonly string[]) {
  if (type === ComponentType.StringSelect || type === ComponentType.Button) return {};
  const chosen = <Value extends { id: string }>(all: Iterable<Value>) =>
    Object.fromEntries([...all].filter(({ id }) => values.includes(id)).map((one) => [one.id, one]));
  const people = [...state.people.values()].map(({ user }) => user);
  const users = type === ComponentType.UserSelect || type === ComponentType.MentionableSelect;
  const anyRole = type === ComponentType.RoleSelect || type === ComponentType.MentionableSelect;
  return {
    resolved: {
      ...(type === ComponentType.ChannelSelect ? { channels: chosen(state.channels.values()) } : {}),
      ...(users ? { users: chosen(people) } : {}),
      ...(anyRole ? { roles: chosen(rolesOf(state)) } : {}),
    },
  };
}

/**
 * A submitted form: each text input with its typed text, or with its default. Throws `InputError` for input that Discord's
 * app would not send.
 */
export function filled({ modal }: Interaction, values: Readonly<Record<string, string>>) {
  let last = 0;
  const number = () => {
    last += 1;
    return last;
  };
  return modal?.components.map((part) => {
    const id = number();
    const input = (field: TextInput) => ({
      type: ComponentType.TextInput,
      id: field.id || number(),
      custom_id: field.custom_id,
      value: typed(field, values[field.custom_id] ?? field.value ?? ''),
    });
    return part.type === ComponentType.Label
      ? { type: part.type, id, component: input(part.component) }
      : { type: part.type, id, components: part.components.map(input) };
  });
}

function typed(
  { custom_id, required, min_length = 0, max_length = MODAL_LIMITS.text }: TextInput,
  text: string,
) {
  const wrong = (message: string) => new InputError(`${custom_id}: ${message}`);
  const length = lengthOf(text);
  if (length === 0 && required !== false) throw wrong('this field is required');
  // An optional input may be empty even if it has a minimum length.
  if (length > 0 && length < min_length) throw wrong('too short');
  if (length > max_length) throw wrong('too long');
  return text;
}
