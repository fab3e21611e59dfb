import type { APIEmbed } from 'discord-api-types/v10';
import { readInvocation } from '../answers/invocation.ts';
import type { MessageFile, MessageJson } from './message.ts';

type Component = MessageJson['components'][number]['components'][number];

/** Messages as text for a terminal, without Markdown: embeds one below the other, buttons with what to type. */
export function plain(messages: readonly MessageJson[]): string {
  return messages
    .map(({ content, embeds, components, files = [] }) => {
      const controls = components.flatMap((row) => row.components.map(controlText));
      return [readMarkdown(content), ...files.map(fileText), ...embeds.map(embedText), controls.join('\n')]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');
}

/** A text to save is printed; of a picture its name and what it shows. */
function fileText({ name, content, description = '' }: MessageFile): string {
  return typeof content === 'string' ? content : `[${name}] ${description}`;
}

function embedText({ title = '', url, description = '', fields = [], footer }: APIEmbed): string {
  const heading = url === undefined ? readMarkdown(title) : `${readMarkdown(title)} <${url}>`;
  return [
    [heading, readMarkdown(description)].filter(Boolean).join('\n'),
    ...fields.map(({ name, value }) => `${readMarkdown(name)}\n${indent(readMarkdown(value))}`),
    footer?.text,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function controlText(component: Component): string {
  if (component.type === 3) {
    const options = component.options.map(({ label, value, description }) => {
      const remark = description === undefined ? '' : ` (${description})`;
      return `  ${label}${remark}${typed(component.custom_id, value)}`;
    });
    return [component.placeholder ?? '', ...options].join('\n');
  }
  if (component.type !== 2) return '';
  const label = 'label' in component ? (component.label ?? '') : '';
  if (component.style === 5) return `[${label}] ${component.url}`;
  const command = 'custom_id' in component && !component.disabled ? typed(component.custom_id) : '';
  return `[${label}]${command}`;
}

/** What to type instead of pressing: ` /top period:week page:2`; nothing where only the store knows. */
function typed(customId: string, picked?: string): string {
  const invocation = readInvocation(customId, picked);
  if (invocation === null) return '';
  const options = Object.entries(invocation.options).map(([name, value]) => ` ${name}:${value}`);
  return ` /${invocation.command}${options.join('')}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** A block of code: nothing in it is Markdown. */
const BLOCK = /```\w*\n([\s\S]*?)```/;

/** An escape, a masked link, a timestamp, or a mark of emphasis, heading or small print. */
const MARK =
  /\\([^0-9A-Za-z\s])|\[((?:\\.|[^[\]\\])+)\]\((https:\/\/[^\s)[]+)\)|<t:(\d+):\w>|\*\*|^#{1,3} |^-# /gm;

/** Takes the Markdown that we write out of a text. */
export function readMarkdown(text: string): string {
  return text
    .split(BLOCK)
    .map((part, at) => (at % 2 === 1 ? part : withoutMarks(part)))
    .join('');
}

function withoutMarks(text: string): string {
  return text.replace(MARK, (_mark, escaped?: string, label?: string, url?: string, time?: string) => {
    if (escaped !== undefined) return escaped;
    if (label !== undefined) return `${readMarkdown(label)} <${url}>`;
    if (time !== undefined)
      return `${new Date(Number(time) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return '';
  });
}
