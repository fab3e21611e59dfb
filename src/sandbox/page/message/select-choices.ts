import { useMemo } from 'preact/hooks';
import type { Component } from '../../limits/component.ts';
import { type Page, usePage } from '../context.ts';
import { channelName, nameOf } from '../model/names.ts';

type SelectJson = Exclude<Component, { type: 2 }>;

export interface SelectChoice {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly isDefault: boolean;
}

/** Discord's kinds of menu whose choices are not listed. @see Discord docs, Component Reference */
const USER = 5;
const MENTIONABLE = 7;
const CHANNEL = 8;

/** What can be picked in a menu: what it lists, or the people or channels there are. */
export function useChoices(select: SelectJson): readonly SelectChoice[] {
  const page = usePage();
  return useMemo(() => choicesOf(select, page), [select, page]);
}

function choicesOf(select: SelectJson, { users, channels }: Page): SelectChoice[] {
  if ('options' in select) {
    return select.options.map(({ label, description, value, emoji, default: isDefault }) => ({
      label: emoji?.name && !emoji.id ? `${emoji.name} ${label}` : label,
      description: description ?? '',
      value,
      isDefault: isDefault ?? false,
    }));
  }
  const plain = { description: '', isDefault: false };
  switch (select.type) {
    case USER:
    case MENTIONABLE:
      return users.map((user) => ({ ...plain, label: nameOf(user), value: user.id }));
    case CHANNEL: {
      const types = select.channel_types ?? [];
      return channels
        .filter((channel) => 'name' in channel && (types.length === 0 || types.includes(channel.type)))
        .map((channel) => ({ ...plain, label: `#${channelName(channel)}`, value: channel.id }));
    }
    default:
      return [];
  }
}
