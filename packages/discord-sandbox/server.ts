import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { Gateway } from './gateway/gateway.ts';
import { controlsOf } from './people/controls.ts';
import { furnish } from './people/furnish.ts';
import { peopleOf } from './people/people.ts';
import { settled } from './people/settled.ts';
import { DEFAULT_LIMITS, type RateLimits } from './rest/buckets.ts';
import { type Fault, Faults } from './rest/faults.ts';
import { createRest } from './rest/rest.ts';
import { visibleCommands } from './state/commands.ts';
import { directChannel } from './state/direct.ts';
import type { Outcome } from './state/interaction.ts';
import { messagesOf } from './state/messages.ts';
import { createState, IDS, type SandboxEvents, type Viewer } from './state/state.ts';
import type { Command, Message } from './state/types.ts';
import { createWeb, type Endpoints, type Routes } from './web/app.ts';

export { type Input, InputError } from './people/command-input.ts';
export type { NewChannel } from './people/controls.ts';
export type {
  AutocompleteUse,
  CommandUse,
  Doing,
  FormSubmission,
  MenuUse,
  Post,
  Press,
  Selection,
} from './people/people.ts';
export type { Limit, RateLimits } from './rest/buckets.ts';
export type { Failure, Fault } from './rest/faults.ts';
export type { Interaction, Outcome } from './state/interaction.ts';
export type { SandboxEvents, StoredMessage, Viewer } from './state/state.ts';
export type { Channel, Choice, Command, Message, User } from './state/types.ts';

export interface SandboxOptions {
  /** The address to listen on; 127.0.0.1 if absent. */
  readonly host?: string;
  /** The port; 0, the default, takes a free one. */
  readonly port?: number;
  /** The bot's token; if absent, a new one is made. */
  readonly token?: string;
  /** The bot's user name. */
  readonly botName?: string;
  /** The language of people's Discord, unless an action has its own. */
  readonly locale?: string;
  /** Rate limits; Discord's if absent, none if `false`. */
  readonly rateLimits?: RateLimits | false;
  /** Milliseconds for which a repeated nonce returns the first message; five minutes if absent. */
  readonly nonceWindow?: number;
  /** Milliseconds that people wait for an answer; Discord's 3,000 if absent. */
  readonly deadline?: number;
  /** Messages kept in each channel. */
  readonly historyLimit?: number;
  /** Milliseconds between the heartbeats that clients must send. */
  readonly heartbeatInterval?: number;
  /** The privileged intents (bits) that the bot may use; none if absent. Any other closes the connection with 4014. */
  readonly privilegedIntents?: number;
  /** Returns the folder of the built page (`builtPage` in build.ts). Called once, when the sandbox listens. */
  readonly page?: () => Promise<string>;
  /** Example commands that the page offers in an empty channel, by Discord's locales; `en` means `en-US` and `en-GB`. */
  readonly examples?: Readonly<Record<string, readonly string[]>>;
  /** Further paths that the caller answers, e.g. `/healthz`. */
  readonly routes?: Routes;
  /** Paths that it answers whoever asks: nothing of the page's own guard stands before them. */
  readonly endpoints?: Endpoints;
}

type People = ReturnType<typeof peopleOf>;
type Controls = ReturnType<typeof controlsOf>;

/** A running Discord on this machine, with the actions of people and administrators. */
export interface Sandbox extends People, Controls {
  /** The address for browsers, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** The value for `DISCORD_API_URL`, e.g. `http://127.0.0.1:3000/api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** The application's id, which is also the bot user's. */
  readonly applicationId: string;
  readonly guildId: string;
  /** #daily-papers. */
  readonly channelId: string;
  /** #general. */
  readonly generalChannelId: string;
  /** User ids: `you` owns the server and has all permissions, `friend` is an ordinary member. */
  readonly users: { readonly you: string; readonly friend: string };
  /** Events of the sandbox. Listeners run synchronously and must not throw. */
  readonly events: EventEmitter<SandboxEvents>;
  /** A channel's messages, oldest first; ephemeral ones only for their viewer (a user's id). */
  messages(channelId?: string, viewer?: Viewer): Message[];
  /** The commands that people see. */
  commands(): Command[];
  /** The id of a user's direct-message channel with the bot. */
  directChannelId(userId?: string): string;
  /** The message that a person finally sees; for a deferred answer, the edited one. */
  settled(outcome: Outcome, options?: { deadline?: number }): Promise<Message>;
  /** The number of gateway sessions whose client is connected now. */
  connected(): number;
  /** Adds a channel of each kind, one without permissions for the bot, and two roles. */
  furnish(): void;
  /** Makes the next matching requests fail. */
  failNext(fault: Fault): void;
  /** Drops failures that have not happened yet. */
  clearFaults(): void;
  /** Ends all connections at once and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts a Discord on this machine. Rejects with the system's error if it cannot listen, e.g. `EADDRINUSE`. Everything is
 * in memory only and is lost after `close()`.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, deadline = 3000, privilegedIntents = 0 } = options;
  const token = options.token ?? newToken();
  const state = createState({
    botName: options.botName ?? 'Paperboy',
    locale: options.locale ?? 'en-US',
    historyLimit: options.historyLimit ?? 500,
    nonceWindow: options.nonceWindow ?? 5 * 60_000,
    readsContent: Boolean(privilegedIntents & GatewayIntentBits.MessageContent),
  });
  const faults = new Faults();
  let origin = '';
  let authorities: ReadonlySet<string> = new Set();
  const gatewayUrl = () => `${origin.replace(/^http/, 'ws')}/gateway`;
  const gateway = new Gateway(state, {
    token,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    privilegedIntents,
    url: gatewayUrl,
  });
  const rest = createRest(state, {
    token,
    rateLimits: options.rateLimits ?? DEFAULT_LIMITS,
    faults,
    gatewayUrl,
  });
  const people = peopleOf(state, deadline);
  const controls = controlsOf(state, gateway);
  const listening = Promise.withResolvers<void>();
  const web = createWeb(state, {
    people,
    page: listening.promise.then(options.page ?? withoutPage),
    routes: options.routes ?? new Map(),
    endpoints: options.endpoints ?? new Map(),
    examples: options.examples ?? {},
    authorities: () => authorities,
    online: () => gateway.connected > 0,
  });

  const server = createServer(
    getRequestListener((request, env) =>
      isApi(env.incoming.url) ? rest.fetch(request, env) : web.fetch(request, env),
    ),
  );
  // Longer than clients keep idle connections, so that they never send on one that is just being closed.
  server.keepAliveTimeout = 75_000;
  server.on('upgrade', (request, socket, head) => {
    if (isGateway(request.url)) gateway.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  origin = `http://${nameOf(host)}:${boundPort}`;
  state.origin = origin;
  authorities = authoritiesOf(host, boundPort);
  listening.resolve();

  return {
    url: origin,
    apiUrl: `${origin}/api`,
    token,
    applicationId: IDS.application,
    guildId: IDS.guild,
    channelId: IDS.dailyPapers,
    generalChannelId: IDS.general,
    users: { you: IDS.visitor, friend: IDS.friend },
    events: state.events,
    messages: (channelId = IDS.dailyPapers, viewer = null) => messagesOf(state, channelId, viewer),
    commands: () => visibleCommands(state),
    directChannelId: (userId = IDS.visitor) => {
      const person = state.people.get(userId);
      if (!person) throw new Error(`no user ${userId} in the sandbox`);
      return directChannel(state, person).id;
    },
    settled: (outcome, { deadline: patience = 10_000 } = {}) => settled(state, outcome, patience),
    connected: () => gateway.connected,
    failNext: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    ...people,
    ...controls,
    furnish: () => furnish(controls),
    close: async () => {
      gateway.close();
      for (const interaction of state.interactions.values()) {
        if (interaction.status === 'waiting')
          interaction.settle({ kind: 'failed', reason: 'the sandbox was closed' });
      }
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Whether a path is the gateway's. Clients append `?v=10` or `/?v=10` to the address from `GET /gateway`. */
const isGateway = (url = '') => /^\/gateway\/?(\?|$)/.test(url);

const isApi = (url = '') => /^\/api(\/|$)/.test(url);

/** Makes a token in the form of Discord's: the application's id and a secret. */
function newToken(): string {
  return `${Buffer.from(IDS.application).toString('base64url')}.sandbox.${randomBytes(24).toString('base64url')}`;
}

/** A host in the form for an address. A server that listens on all interfaces is reached at 127.0.0.1. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** The values of the `Host` header that browsers on this machine may send. They leave out port 80. */
function authoritiesOf(host: string, port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]', nameOf(host).toLowerCase()];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

const withoutPage = (): Promise<string> =>
  Promise.reject(new Error('This sandbox was started without a page.'));
