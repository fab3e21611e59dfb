import type { APIEmbed } from 'discord-api-types/v10';
import { readInvocation } from '../answers/invocation.ts';
import type { MessageFile, MessageJson } from './message.ts';

type Component = MessageJson['components'][number]['components'][number];

/** How the parts of a message are written. */
interface Form {
  text(markdown: string): string;
  heading(title: string, url: string | undefined): string;
  field(name: string, value: string): string;
  link(label: string, url: string): string;
}

const PLAIN: Form = {
  text: readMarkdown,
  heading: (title, url) => (url === undefined ? readMarkdown(title) : `${readMarkdown(title)} <${url}>`),
  field: (name, value) => `${readMarkdown(name)}\n${indent(readMarkdown(value))}`,
  link: (label, url) => `[${label}] ${url}`,
};

const MARKDOWN: Form = {
  text: commonMark,
  heading: (title, url) => (title === '' ? '' : `## ${url === undefined ? title : `[${title}](${url})`}`),
  field: (name, value) => `**${name}**\n\n${commonMark(value)}`,
  link: (label, url) => `- [${label}](${url})`,
};

/** Messages as text for a terminal, without Markdown: embeds below each other, buttons with the command to type. */
export function plain(messages: readonly MessageJson[]): string {
  return written(messages, PLAIN);
}

/** Messages as common Markdown, without Discord's own marks; buttons with the command to type. */
export function markdown(messages: readonly MessageJson[]): string {
  return written(messages, MARKDOWN);
}

function written(messages: readonly MessageJson[], form: Form): string {
  return messages
    .map(({ content, embeds, components, files = [] }) => {
      const controls = components.flatMap((row) => row.components.map((one) => controlText(one, form)));
      const parts = [...files.map(fileText), ...embeds.map((embed) => embedText(embed, form))];
      return [form.text(content), ...parts, controls.join('\n')].filter(Boolean).join('\n\n');
    })
    .join('\n\n');
}

/** A text to save is printed; of a picture its name and what it shows. */
function fileText({ name, content, description = '' }: MessageFile): string {
  return typeof content === 'string' ? content : `[${name}] ${description}`;
}

function embedText({ title = '', url, description = '', fields = [], footer }: APIEmbed, form: Form): string {
  return [
    [form.heading(title, url), form.text(description)].filter(Boolean).join('\n'),
    ...fields.map(({ name, value }) => form.field(name, value)),
    footer?.text,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function controlText(component: Component, form: Form): string {
  if (component.type === 3) {
    const options = component.options.map(({ label, value, description }) => {
      const remark = description === undefined ? '' : ` (${description})`;
      return `  ${label}${remark}${typed(component.custom_id, value)}`;
    });
    return [component.placeholder ?? '', ...options].join('\n');
  }
  if (component.type !== 2) return '';
  const label = 'label' in component ? (component.label ?? '') : '';
  if (component.style === 5) return form.link(label, component.url);
  const command = 'custom_id' in component && !component.disabled ? typed(component.custom_id) : '';
  return `[${label}]${command}`;
}

/** The command to type instead of pressing a button: ` /top period:week page:2`; empty if only the store has it. */
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

/** Discord's small print, and its timestamps, which no other reader of Markdown knows. */
const ONLY_DISCORD = /^-# |<t:(\d+):\w>/gm;

function commonMark(text: string): string {
  return text.replace(ONLY_DISCORD, (_mark, time?: string) => (time === undefined ? '' : moment(time)));
}

/** Seconds since 1970 as `2024-12-06 09:00 UTC`. */
function moment(seconds: string): string {
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Removes the kinds of Markdown that we write from a text. */
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
    if (time !== undefined) return moment(time);
    return '';
  });
}
