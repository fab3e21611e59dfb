import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { list, maybe, refuse, snowflake, text, webAddress } from './form.ts';

/** @see Discord docs, Component Reference */
const COMPONENT_LIMITS = {
  rows: 5,
  buttons: 5,
  label: 80,
  customId: 100,
  options: 25,
  optionText: 100,
  placeholder: 150,
} as const;

export const customId = text(1, COMPONENT_LIMITS.customId);
const id = maybe(z.int().min(0));
const emoji = maybe(
  z.object({ id: maybe(snowflake), name: maybe(z.string()), animated: maybe(z.boolean()) }),
);
const disabled = maybe(z.boolean());

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: z.literal([
      ButtonStyle.Primary,
      ButtonStyle.Secondary,
      ButtonStyle.Success,
      ButtonStyle.Danger,
      ButtonStyle.Link,
    ]),
    label: maybe(text(0, COMPONENT_LIMITS.label)),
    emoji,
    custom_id: maybe(customId),
    url: maybe(webAddress('discord')),
    disabled,
  })
  .check((ctx) => {
    const { style, label, emoji: icon, custom_id, url } = ctx.value;
    if (!label && !icon?.id && !icon?.name) {
      refuse(ctx, 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A button needs a label or an emoji', ['label']);
    }
    const [needed, forbidden] =
      style === ButtonStyle.Link ? (['url', 'custom_id'] as const) : (['custom_id', 'url'] as const);
    const given = { custom_id, url };
    if (given[needed] === undefined) refuse(ctx, 'BASE_TYPE_REQUIRED', 'This field is required', [needed]);
    if (given[forbidden] !== undefined) {
      const message = 'A custom id and url cannot both be specified';
      refuse(ctx, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message, [forbidden]);
    }
  });

const selectFields = {
  id,
  custom_id: customId,
  placeholder: maybe(text(0, COMPONENT_LIMITS.placeholder)),
  min_values: maybe(z.int().min(0).max(COMPONENT_LIMITS.options)).transform((value) => value ?? 1),
  max_values: maybe(z.int().min(1).max(COMPONENT_LIMITS.options)).transform((value) => value ?? 1),
  disabled,
};

const optionText = text(1, COMPONENT_LIMITS.optionText);
const stringSelect = z
  .object({
    type: z.literal(ComponentType.StringSelect),
    ...selectFields,
    options: list(
      z.object({
        label: optionText,
        value: optionText,
        description: maybe(text(0, COMPONENT_LIMITS.optionText)),
        emoji,
        default: maybe(z.boolean()),
      }),
      1,
      COMPONENT_LIMITS.options,
    ),
  })
  .check((ctx) => {
    const seen = new Set<string>();
    for (const [index, { value }] of ctx.value.options.entries()) {
      if (seen.has(value)) {
        const message = 'The specified option value is already used';
        refuse(ctx, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message, ['options', index, 'value']);
      }
      seen.add(value);
    }
    const { min_values: min, max_values: max, options } = ctx.value;
    if (min > max)
      refuse(ctx, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`, ['min_values']);
    if (options.length > 0 && max > options.length) {
      refuse(ctx, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${options.length}.`, [
        'max_values',
      ]);
    }
  });

const entitySelect = z.object({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectFields,
  channel_types: maybe(z.array(z.int())),
});

const row = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id,
    components: list(
      z.discriminatedUnion('type', [button, stringSelect, entitySelect]),
      1,
      COMPONENT_LIMITS.buttons,
    ),
  })
  .check((ctx) => {
    const { components } = ctx.value;
    const select = components.findIndex(({ type }) => type !== ComponentType.Button);
    if (select >= 0 && components.length > 1) {
      const message = 'The specified component exceeds the maximum width';
      refuse(ctx, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message, ['components', components.length - 1]);
    }
  });

type Row = z.output<typeof row>;

/** A stored button or menu, with the number that Discord gives each component. */
export type Component = Row['components'][number] & { id: number };
/** A stored row of components. */
export type ActionRow = Omit<Row, 'id' | 'components'> & { id: number; components: Component[] };

/** Up to five rows without repeated `custom_id`s. Numbers all components as Discord does. */
export const rows = list(row, 0, COMPONENT_LIMITS.rows)
  .check((ctx) => {
    const seen = new Set<string>();
    for (const [y, { components }] of ctx.value.entries()) {
      for (const [x, { custom_id }] of components.entries()) {
        if (custom_id === undefined) continue;
        if (seen.has(custom_id)) {
          const message = 'Component custom id cannot be duplicated';
          refuse(ctx, 'COMPONENT_CUSTOM_ID_DUPLICATED', message, [y, 'components', x, 'custom_id']);
        }
        seen.add(custom_id);
      }
    }
  })
  .transform((value): ActionRow[] => {
    let next = 0;
    const number = (given: number | undefined) => {
      next += 1;
      return given || next;
    };
    return value.map((one) => ({
      ...one,
      id: number(one.id),
      components: one.components.map((component) => ({ ...component, id: number(component.id) })),
    }));
  });
