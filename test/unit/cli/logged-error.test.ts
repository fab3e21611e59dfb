import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { bugReporter, SERIALIZERS } from '../../../src/cli/log.ts';
import { loggedError } from '../../../src/cli/logged-error.ts';
import { RequestFailed } from '../../../src/discord/out/requests.ts';
import { NOW } from '../../support/app.ts';

const QUESTION = 'who wrote the paper on my secret illness?';
const TOKEN = 'aW50ZXJhY3Rpb246c2VjcmV0';
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

const url = `https://discord.com/api/v10/interactions/123/${TOKEN}/callback?with_response=true`;
const body = { body: { data: { content: QUESTION } }, files: undefined };
const refused = new DiscordAPIError(
  { code: 10062, message: 'Unknown interaction' },
  10062,
  404,
  'POST',
  url,
  body,
);
const broken = new HTTPError(
  502,
  'Bad Gateway',
  'PATCH',
  `https://discord.com/api/webhooks/9/${TOKEN}`,
  body,
);
const addressed = new TypeError(`Failed to parse URL from ${url}`, { cause: { input: url } });

function lines(error: unknown, level: (typeof LEVELS)[number]): string {
  let written = '';
  const log = pino(
    { level: 'trace', serializers: SERIALIZERS },
    { write: (line: string) => (written += line) },
  );
  log[level]({ err: error }, 'failed');
  return written;
}

describe('the log holds neither a question nor a token', () => {
  test.each([
    ['an answer that Discord refused', refused],
    ['an answer that Discord lost', broken],
    ['an error around one', new RequestFailed(refused)],
    ['a cause of a cause', new Error('outer', { cause: new Error('inner', { cause: refused }) })],
    ['several errors in one', new AggregateError([refused, broken], 'both')],
    ['an error that names the address', addressed],
    ['something that is no error', { requestBody: body, url }],
    ['an address alone', url],
  ])('of %s', (_, error) => {
    for (const level of LEVELS) {
      const written = lines(error, level);
      expect(written).toContain('failed');
      expect(written).not.toContain(QUESTION);
      expect(written).not.toContain(TOKEN);
    }
  });

  test('of a bug', () => {
    let written = '';
    const log = pino({ serializers: SERIALIZERS }, { write: (line: string) => (written += line) });
    const request = { command: 'ask', options: { question: QUESTION }, now: NOW };
    bugReporter(log)({ id: 'abcd', error: refused, request });
    expect(JSON.parse(written)).toMatchObject({ bug: 'abcd', command: 'ask', options: ['question'] });
    expect(written).not.toContain(QUESTION);
    expect(written).not.toContain(TOKEN);
  });
});

test('an error is told by message, status, code, method and route', () => {
  expect(loggedError(refused)).toEqual({
    type: 'DiscordAPIError[10062]',
    message: 'Unknown interaction',
    stack: expect.stringContaining('Unknown interaction'),
    status: 404,
    code: 10062,
    method: 'POST',
    route: '/api/v10/interactions/123/:token/callback',
  });
  const { cause } = loggedError(new RequestFailed(broken));
  expect(cause).toMatchObject({ status: 502, method: 'PATCH', route: '/api/webhooks/9/:token' });
  expect(loggedError(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })).code).toBe(
    'SQLITE_FULL',
  );
});

test('causes in a circle end', () => {
  const one = new Error('one');
  const two = new Error('two', { cause: one });
  one.cause = two;
  expect(JSON.stringify(loggedError(one)).match(/"message"/g)).toHaveLength(5);
});
