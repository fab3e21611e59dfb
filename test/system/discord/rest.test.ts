import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../../src/discord/client.ts';
import { InteractionReply } from '../../../src/discord/in/reply.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import { Breaker } from '../../../src/discord/out/rest/breaker.ts';
import { DiscordRest } from '../../../src/discord/out/rest/rest.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { ignore, postTo } from '../../support/post.ts';
import { roughDiscord } from '../../support/rough-discord.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PAGE = '<html><title>Error 1015</title>You are being rate limited</html>';

/** Waits that say nothing: none, none in a number, none above zero. */
const UNUSABLE = [undefined, '', 'soon', '0', '-5', 'NaN', 'Wed, 21 Oct 2015 07:28:00 GMT'];

/** A Discord that answers every request in the same way, until it is told another. */
async function answering(first: (response: ServerResponse) => void) {
  const state = { requests: 0, tokens: new Set<string | undefined>(), answer: first };
  const server = createServer((request, response) => {
    state.requests += 1;
    state.tokens.add(request.headers.authorization);
    request.resume().on('end', () => state.answer(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { state, api: `http://127.0.0.1:${port}/api` };
}

/** A page of 429. @param wait the header `Retry-After` */
function page(wait: string | undefined) {
  return (response: ServerResponse) =>
    void response
      .writeHead(429, { 'content-type': 'text/html', ...(wait === undefined ? {} : { 'retry-after': wait }) })
      .end(PAGE);
}

function taken(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1573216243094126592"}');
}

function client(api: string, address = new Breaker()): DiscordRest {
  const rest = new DiscordRest({ api, address }).setToken('token');
  onTestFinished(() => {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  });
  return rest;
}

describe('a 429 that does not say how long to wait', () => {
  test.each(UNUSABLE)(
    '(Retry-After: %s) stops the publisher for a minute, then one request probes',
    async (wait) => {
      const sandbox = await openSandbox();
      const { state, api } = await answering(page(wait));
      const clock = { now: 0 };
      let limits = 0;
      const options = { steady: () => clock.now, onRateLimit: () => (limits += 1) };
      const publisher = new DiscordPublisher(api, 'token', { ...options, requestsPerSecond: 1000 });
      onTestFinished(() => publisher.close());
      const due = new Map(Array.from({ length: 20 }, (_, place) => [String(1000 + place), 0]));
      /** Tries each post that is due, as the ledger would. */
      const round = async () => {
        const now = clock.now;
        const open = [...due].filter(([, at]) => at <= now).map(([channelId]) => channelId);
        await Promise.all(
          open.map(async (channelId) => {
            const outcome = await publisher.post(postTo(sandbox, { channelId }), ignore, Date.now());
            if (outcome.kind === 'delivered') due.delete(channelId);
            else due.set(channelId, now + (outcome.kind === 'retry' ? outcome.after : 0));
          }),
        );
      };
      for (; clock.now < 3 * MINUTE; clock.now += SECOND) await round();
      // What left before the first answer came, and a probe a minute.
      expect(state.requests).toBeLessThanOrEqual(20 + 3);
      expect(publisher.refusal).toContain('429');
      expect(limits).toBe(state.requests);

      state.answer = taken;
      for (; clock.now < 5 * MINUTE; clock.now += SECOND) await round();
      expect([...due]).toEqual([]);
      expect(publisher.refusal).toBeNull();
    },
  );

  test('fails answers to interactions at once, and sends few requests', async () => {
    const discord = await roughDiscord();
    const { log, lines } = keptLog();
    const app = await openTestApp();
    const login = { token: 'token', api: discord.api, shards: null };
    const connection = await connect(login, app, [], log, new AbortController().signal, () => undefined);
    onTestFinished(() => connection?.stop());
    discord.limited = true;
    for (const id of ['1', '2', '3'])
      discord.interact(id, { type: 2, data: { id: '9', name: 'help', type: 1 } });
    const lost = () => lines.filter(({ msg }) => msg === 'an interaction could not be answered');
    await expect.poll(lost).toHaveLength(3);
    expect(discord.callbacks.length).toBeLessThanOrEqual(3);
    expect(lines.map(({ msg }) => msg)).toContain('Discord refuses the bot');
  });

  test('makes follow-ups and registrations, which have the time, wait for a minute', async () => {
    const { state, api } = await answering(page(undefined));
    const rest = client(api);
    const told = once(rest, 'restDebug');
    rest.get('/applications/1/commands').catch(() => undefined);
    const [line] = await told;
    expect(line).toContain('Retry After    : 60050ms');
    expect(state.requests).toBe(1);
  });

  test('to one client stops the other clients of the process', async () => {
    const sandbox = await openSandbox();
    const { state, api } = await answering(page(undefined));
    const address = new Breaker();
    const callback = client(api, address).post('/interactions/1/token/callback', { auth: false });
    await expect(callback).rejects.toThrow();
    const publisher = new DiscordPublisher(api, 'token', { address });
    onTestFinished(() => publisher.close());
    expect(await publisher.post(postTo(sandbox), ignore, Date.now())).toMatchObject({
      kind: 'retry',
      reason: 'Discord refuses the bot',
    });
    await expect(
      client(api, address).post('/interactions/2/token/callback', { auth: false }),
    ).rejects.toThrow();
    expect(state.requests).toBe(1);
  });
});

test.each(['86400', '4294967296', '1e99', 'Infinity'])(
  'a wait of %s seconds does not count as none',
  async (wait) => {
    const { state, api } = await answering(page(wait));
    const rest = client(api);
    for (const route of ['/interactions/1/token/callback', '/webhooks/1/token', '/gateway/bot'] as const)
      await expect(rest.post(route)).rejects.toThrow();
    expect(state.requests).toBe(1);
  },
);

test('a 429 page with a wait holds back the whole address for that long', async () => {
  const { state, api } = await answering(page('30'));
  const clock = { now: 0 };
  const address = new Breaker(undefined, () => clock.now);
  const send = () => client(api, address).post('/interactions/1/token/callback', { auth: false });
  await expect(send()).rejects.toThrow();
  expect(address.wait).toBe(30 * SECOND);
  state.answer = taken;
  clock.now = 30 * SECOND;
  expect(await send()).toMatchObject({ id: expect.any(String) });
  expect(state.requests).toBe(2);
});

test('a client that got a 401 once still has its token', async () => {
  const { state, api } = await answering((response) => void response.writeHead(401).end('{}'));
  const rest = client(api);
  await expect(rest.get('/users/@me')).rejects.toThrow();
  state.answer = taken;
  expect(await rest.get('/users/@me')).toMatchObject({ id: expect.any(String) });
  expect([...state.tokens]).toEqual(['Bot token']);
});

test('the bodies of refusals are read, so that they do not keep connections', async () => {
  const { state, api } = await answering((response) => void response.writeHead(503).end('x'.repeat(100_000)));
  const ports = new Set<number | undefined>();
  const { answer } = state;
  state.answer = (response) => {
    ports.add(response.socket?.remotePort);
    answer(response);
  };
  const rest = client(api);
  for (let time = 0; time < 10; time += 1) await expect(rest.get('/users/@me')).rejects.toThrow();
  expect(state.requests).toBe(40);
  expect(ports.size).toBeLessThan(5);
});

describe('an answer to an interaction', () => {
  const interaction = { id: '1', token: 'token', application_id: '2' };
  const message = { content: 'x', embeds: [], components: [], allowed_mentions: { parse: [] } };

  test('is given up after 3 seconds, its follow-ups after 15 minutes', async () => {
    const { state, api } = await answering(taken);
    const lives: number[] = [];
    const ends: AbortController[] = [];
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((life) => {
      const end = new AbortController();
      lives.push(life);
      ends.push(end);
      return end.signal;
    });
    onTestFinished(() => timeout.mockRestore());
    const reply = new InteractionReply(client(api), interaction, new AbortController().signal);
    const messages = [message, message] as const;
    await reply.send(Promise.resolve({ messages, ok: true, here: false, ephemeral: false }), {
      hidden: false,
      here: false,
    });
    expect(state.requests).toBe(2);
    const [callback = 0, followUp = 0] = lives;
    expect(callback).toBeLessThanOrEqual(3 * SECOND);
    expect(callback).toBeGreaterThan(2 * SECOND);
    expect(followUp).toBeLessThanOrEqual(15 * MINUTE);
    expect(followUp).toBeGreaterThan(14 * MINUTE);

    state.answer = () => ends.at(-1)?.abort();
    await expect(reply.callback(4)).rejects.toThrow();
    expect(state.requests).toBe(3);
  });
});
