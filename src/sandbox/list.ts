import { createHash } from 'node:crypto';
import { ChannelType, ComponentType } from 'discord-api-types/v10';
import type { Embed } from './limits/embed.ts';
import { messagesOf } from './messages.ts';
import { GUILD_NAME } from './objects.ts';
import type { State } from './state.ts';
import type { Channel, Message } from './types.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;background:#fff;color:#1c1d21}
header{border-bottom:2px solid #9a3412}strong.mark{background:#9a3412;color:#fff;padding:.1em .4em}
article{border-bottom:1px solid #d5d7dc;padding:.75rem 0}p,dd,pre{white-space:pre-wrap;overflow-wrap:anywhere}
.embed{border-left:4px solid #4752c4;padding:.25rem .75rem;margin:.5rem 0;background:#f4f5f7}
.buttons span{border:1px solid #6b6f78;padding:.1em .5em;margin-right:.4em}time{color:#555a63}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, no picture, no address but its own style. */
export const LIST_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Every channel's messages as one plain page, for a browser, a screen reader or curl. */
export function listPage(state: State): string {
  const channels = [...state.channels.values()].filter((channel) => channel.type !== ChannelType.DM);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>SANDBOX ${escapeHtml(GUILD_NAME)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head><body>
<header><h1><strong class="mark">SANDBOX</strong> ${escapeHtml(GUILD_NAME)}</h1>
<p>A Discord on this machine only. Nothing here reaches the real one. Reload to see what is new.</p></header>
<main>${channels.map((channel) => channelSection(state, channel)).join('')}</main></body></html>`;
}

function channelSection(state: State, channel: Channel): string {
  const messages = messagesOf(state, channel.id);
  const name = 'name' in channel ? channel.name : channel.id;
  const body = messages.length === 0 ? '<p>No messages yet.</p>' : messages.map(messageArticle).join('');
  return `<section><h2>#${escapeHtml(name)}</h2>${body}</section>`;
}

function messageArticle({
  id,
  author,
  timestamp,
  edited_timestamp,
  content,
  embeds,
  components,
}: Message): string {
  const name = author.global_name ?? author.username;
  const buttons = components.flatMap((row) => row.components);
  return `<article id="m${escapeHtml(id)}"><h3>${escapeHtml(name)}${author.bot ? ' (app)' : ''}
<time datetime="${escapeHtml(timestamp)}">${escapeHtml(timestamp)}</time>${edited_timestamp ? ' (edited)' : ''}</h3>
${content ? `<p>${escapeHtml(content)}</p>` : ''}${embeds.map(embedBlock).join('')}
${buttons.length > 0 ? `<p class="buttons">${buttons.map((one) => `<span>${escapeHtml(labelOf(one))}</span>`).join('')}</p>` : ''}</article>`;
}

function embedBlock({ author, title, url, description, fields = [], footer }: Embed): string {
  const heading = title ? `<h4>${url ? link(url, title) : escapeHtml(title)}</h4>` : '';
  const list = fields
    .map(({ name, value }) => `<dt><b>${escapeHtml(name)}</b></dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return `<div class="embed">${author ? `<p>${escapeHtml(author.name)}</p>` : ''}${heading}
${description ? `<p>${escapeHtml(description)}</p>` : ''}${list ? `<dl>${list}</dl>` : ''}${footer ? `<p><small>${escapeHtml(footer.text)}</small></p>` : ''}</div>`;
}

function labelOf(component: Message['components'][number]['components'][number]): string {
  if (component.type === ComponentType.Button) return component.label ?? component.emoji?.name ?? 'button';
  return `${component.placeholder ?? 'select'} ▾`;
}

/** Addresses were checked to be http or https when the message was posted. */
function link(url: string, text: string): string {
  return `<a rel="noopener noreferrer" href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
