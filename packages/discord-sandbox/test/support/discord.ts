import { once } from 'node:events';
import {
  ButtonStyle,
  Client,
  type ClientOptions,
  ComponentType,
  Events,
  GatewayIntentBits,
  type Interaction,
  REST,
} from 'discord.js';
import type { Sandbox } from '../../server.ts';

/** An ordinary discord.js client, logged in to a sandbox. The caller must destroy it. */
export async function loggedIn(
  sandbox: Sandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    ...options,
    rest: { api: sandbox.apiUrl, ...options.rest },
  });
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  if (!client.isReady()) throw new Error('the client logged in and is not ready');
  return client;
}

/** discord.js's REST client for a sandbox, without a gateway connection. */
export function restOf(sandbox: Sandbox, options: ConstructorParameters<typeof REST>[0] = {}): REST {
  return new REST({ api: sandbox.apiUrl, ...options }).setToken(sandbox.token);
}

/** Answers every interaction with `reply`. @returns the errors it throws, for the test to check */
export function answering(client: Client, reply: (interaction: Interaction) => Promise<unknown>): unknown[] {
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    reply(interaction).catch((error: unknown) => failures.push(error));
  });
  return failures;
}

/** Sends a plain request to a sandbox's REST API, without a library. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${sandbox.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}

/** A row with one button, as message JSON. */
export function buttonRow(customId: string, label = 'Go') {
  return {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.Button as const,
        style: ButtonStyle.Primary as const,
        custom_id: customId,
        label,
      },
    ],
  };
}

/** A line such as `options.1.name.CODE` for each mistake in Discord's nested error body. */
export function places(body: unknown): string[] {
  const walk = (value: unknown, path: string[]): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === '_errors' && Array.isArray(inner)
        ? inner.map(({ code }: { code: string }) => [...path, code].join('.'))
        : walk(inner, [...path, key]),
    );
  };
  return typeof body === 'object' && body !== null && 'errors' in body ? walk(body.errors, []) : [];
}
