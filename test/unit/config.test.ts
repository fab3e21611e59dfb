import { userInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readConfig, terminalLocale } from '../../src/config.ts';

describe('the configuration', () => {
  test('of an empty environment is the sandbox with its defaults', () => {
    expect(readConfig({ DISCORD_TOKEN: '  ', OTHER: 'x' })).toEqual({
      discordToken: null,
      discordApiUrl: 'https://discord.com/api',
      databaseUrl: 'sqlite:data/paperboy.db',
      seedsDir: 'seeds',
      host: '127.0.0.1',
      port: 3000,
      shards: null,
      huggingfaceUrl: 'https://huggingface.co',
      follows: false,
      llm: null,
      mcpToken: null,
      logLevel: null,
      logFormat: null,
    });
  });

  test('takes a language model, its key only where there is one', () => {
    const set = { LLM_BASE_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'qwen3:8b', LLM_API_KEY: ' ' };
    expect(readConfig(set).llm).toEqual({
      baseUrl: 'http://localhost:11434/v1',
      model: 'qwen3:8b',
      apiKey: null,
      timeout: 8000,
      tokensADay: 200_000,
    });
    const other = {
      ...set,
      LLM_BASE_URL: 'https://api.example/v1',
      LLM_API_KEY: 'sk-1',
      LLM_TIMEOUT_MS: '500',
      LLM_DAILY_TOKENS: '0',
    };
    expect(readConfig(other).llm).toMatchObject({ apiKey: 'sk-1', timeout: 500, tokensADay: 0 });
  });

  test.each([{ LLM_BASE_URL: 'https://api.example/v1' }, { LLM_MODEL: 'qwen3:8b' }])(
    'wants an address and a model together: %j',
    (half) => {
      expect(() => readConfig(half)).toThrow('errors.config.modelTogether');
    },
  );

  test('takes what is set', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'abc.def',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      DATABASE_URL: 'sqlite::memory:',
      PORT: '0',
      SHARDS: '0,2',
      SHARD_COUNT: '4',
      MCP_TOKEN: 'a-token-of-some-length',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'pretty',
    });
    expect(config).toMatchObject({
      discordToken: 'abc.def',
      discordApiUrl: 'http://127.0.0.1:8080/api',
      databaseUrl: 'sqlite::memory:',
      port: 0,
      shards: { ids: [0, 2], count: 4 },
      mcpToken: 'a-token-of-some-length',
      logLevel: 'debug',
      logFormat: 'pretty',
    });
  });

  test.each(['https://discord.com/api/v10', 'https://discord.com/api/v10/', 'https://discord.com/api//'])(
    'takes the address of the API with its version too: %s',
    (address) => {
      expect(readConfig({ DISCORD_API_URL: address }).discordApiUrl).toBe('https://discord.com/api');
    },
  );

  test.each([
    ['DISCORD_TOKEN', 'two words'],
    ['DISCORD_API_URL', 'ftp://discord.com'],
    ['DISCORD_API_URL', 'discord.com'],
    ['DATABASE_URL', 'mysql://localhost/paperboy'],
    ['DATABASE_URL', 'postgres:paperboy'],
    ['DATABASE_URL', 'sqlite:'],
    ['HOST', 'a b'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['SHARDS', 'one'],
    ['SHARD_COUNT', '0'],
    ['LLM_BASE_URL', 'http://api.example/v1'],
    ['LLM_BASE_URL', 'http://127.0.0.1.example/v1'],
    ['LLM_BASE_URL', 'https://api.example/v1?key=1'],
    ['LLM_BASE_URL', 'api.example'],
    ['LLM_MODEL', 'two words'],
    ['LLM_API_KEY', 'two words'],
    ['LLM_TIMEOUT_MS', '499'],
    ['LLM_TIMEOUT_MS', '60001'],
    ['LLM_TIMEOUT_MS', '8s'],
    ['LLM_DAILY_TOKENS', '-1'],
    ['LLM_DAILY_TOKENS', '1e6'],
    ['MCP_TOKEN', 'short'],
    ['MCP_TOKEN', 'with a space in the middle'],
    ['LOG_FORMAT', 'xml'],
    ['LOG_LEVEL', 'INFO'],
    ['HUGGINGFACE_URL', 'huggingface.co'],
    ['HUGGINGFACE_URL', 'ftp://huggingface.co'],
    ['HUGGINGFACE_URL', 'http://huggingface.co'],
    ['HUGGINGFACE_URL', 'http://127.0.0.1.example.org'],
    ['HUGGINGFACE_URL', 'https://huggingface.co/?a=b'],
    ['HUGGINGFACE_URL', 'on'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`errors.config.${name}`);
  });

  test.each([
    'postgres://paperboy:x@db.example:5432/paperboy',
    'postgresql:///paperboy?host=/var/run/postgresql',
  ])('takes PostgreSQL at %s', (url) => {
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test.each([
    [{}, false],
    [{ DISCORD_TOKEN: 'abc' }, true],
    [{ HUGGINGFACE_URL: 'https://huggingface.co/' }, true],
    [{ DISCORD_TOKEN: 'abc', HUGGINGFACE_URL: 'off' }, false],
  ])('with %j follows Hugging Face: %s', (variables, follows) => {
    expect(readConfig(variables).follows).toBe(follows);
  });

  test.each([
    ['https://mirror.example/hf//', 'https://mirror.example/hf'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['off', null],
  ])('fetches the daily papers at %s', (address, url) => {
    expect(readConfig({ HUGGINGFACE_URL: address }).huggingfaceUrl).toBe(url);
  });

  test.each([
    ['DISCORD_TOKEN', 'my secret'],
    ['DATABASE_URL', 'postgrs://paperboy:secret@db.example/paperboy'],
    ['DISCORD_API_URL', 'ftp://user:secret@example.org'],
    ['HUGGINGFACE_URL', 'https://user:secret@example.org'],
    ['LLM_BASE_URL', 'https://user:secret@api.example/v1'],
    ['LLM_BASE_URL', 'https://api.example/v1?key=secret'],
    ['LLM_API_KEY', 'my secret'],
  ])('never repeats a secret of %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(/^(?!.*secret)/);
  });
});

describe('a path that begins with ~', () => {
  const HOME = '/home/ann';

  test.each([
    ['sqlite:~/x.db', 'sqlite:/home/ann/x.db'],
    ['sqlite:~/deep/er.db', 'sqlite:/home/ann/deep/er.db'],
    ['sqlite:./~/x.db', 'sqlite:./~/x.db'],
    ['sqlite:a~/x.db', 'sqlite:a~/x.db'],
    ['sqlite:~x.db', 'sqlite:~x.db'],
    ['postgres://~/x', 'postgres://~/x'],
  ])('%s is a store at %s', (DATABASE_URL, url) => {
    expect(readConfig({ DATABASE_URL, HOME }).databaseUrl).toBe(url);
  });

  test.each([
    ['~', '/home/ann'],
    ['~/seeds', '/home/ann/seeds'],
    ['~seeds', '~seeds'],
  ])('%s are seeds in %s', (SEEDS_DIR, folder) => {
    expect(readConfig({ SEEDS_DIR, HOME }).seedsDir).toBe(folder);
  });

  test('is at home also where HOME is not set', () => {
    expect(readConfig({ SEEDS_DIR: '~/seeds' }).seedsDir).toBe(`${userInfo().homedir}/seeds`);
  });

  test.each([{ DATABASE_URL: 'sqlite:~bob/x.db' }, { SEEDS_DIR: '~bob/seeds' }])(
    'and somebody else’s name is refused: %j',
    (variables) => {
      expect(() => readConfig({ ...variables, HOME })).toThrow('errors.path.home');
    },
  );
});

describe("the terminal's language", () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR' }, 'ko'],
  ])('of %j is %s', (variables, locale) => {
    expect(terminalLocale(variables)).toBe(locale);
  });
});
