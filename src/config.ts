import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { UserError } from './errors.ts';
import { type Language, languageOfTag } from './language.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOG_FORMATS = ['json', 'pretty'] as const;
const HUGGINGFACE = 'https://huggingface.co';
/** This machine, which needs no encryption. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const text = (form: RegExp) => z.string().regex(form);
const number = (form: RegExp) => text(form).transform(Number);
const address = () => z.url({ protocol: /^https?$/ });

/** Every variable; an empty one counts as not set. */
const schema = z.object({
  DISCORD_TOKEN: text(/^\S+$/).optional(),
  DISCORD_API_URL: address().default('https://discord.com/api'),
  DATABASE_URL: text(/^(sqlite:.+|postgres(ql)?:\/\/.*)$/).default('sqlite:data/paperboy.db'),
  SEEDS_DIR: z.string().optional(),
  HOST: text(/^[\w.:-]+$/).default('127.0.0.1'),
  PORT: number(/^\d{1,5}$/)
    .pipe(z.number().max(65_535))
    .default(3000),
  SHARDS: text(/^(auto|\d{1,5}(,\d{1,5})*)$/).default('auto'),
  SHARD_COUNT: text(/^(auto|[1-9]\d{0,4})$/).default('auto'),
  HUGGINGFACE_URL: z.union([z.literal('off'), address().refine(isSafe)]).optional(),
  LLM_BASE_URL: address().refine(isSafe).optional(),
  LLM_MODEL: text(/^\S{1,200}$/).optional(),
  LLM_API_KEY: text(/^[!-~]+$/).optional(),
  LLM_TIMEOUT_MS: number(/^\d{3,5}$/)
    .pipe(z.number().min(500).max(60_000))
    .default(8_000),
  LLM_DAILY_TOKENS: number(/^\d{1,9}$/).default(200_000),
  MCP_TOKEN: text(/^[!-~]{16,200}$/).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  LOG_FORMAT: z.enum(LOG_FORMATS).optional(),
});

/** Their values are never shown. */
const SECRET: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'LLM_API_KEY', 'MCP_TOKEN']);

interface ModelConfig {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** How long a question may wait for the model, ms, over all requests. */
  readonly timeout: number;
  /** For summaries in a UTC day, in and out; 0 for no summaries. */
  readonly tokensADay: number;
}

export interface Config {
  /** Null: the bot runs in the sandbox. */
  readonly discordToken: string | null;
  /** Without a slash or version at its end. */
  readonly discordApiUrl: string;
  readonly databaseUrl: string;
  readonly seedsDir: string;
  readonly host: string;
  readonly port: number;
  /** The gateway shards of this process, or null for as many as Discord recommends. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
  /** Without a slash at its end; null to fetch nothing. */
  readonly huggingfaceUrl: string | null;
  /** Whether the bot fetches papers by itself: with a token, or if the address was set. */
  readonly follows: boolean;
  /** Null without a model; answers then only quote. */
  readonly llm: ModelConfig | null;
  /** Of clients of `/mcp`; null: only those on this machine may ask. */
  readonly mcpToken: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number] | null;
  readonly logFormat: (typeof LOG_FORMATS)[number] | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UserError with the first wrong variable, the problem and an example, but never a secret */
export function readConfig(environment: Environment): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const read = schema.safeParse(Object.fromEntries(set));
  if (!read.success) {
    const name = schema.keyof().parse(read.error.issues[0]?.path[0]);
    const value = SECRET.has(name) ? '' : withoutPassword(environment[name] ?? '');
    throw new UserError(`errors.config.${name}`, { value });
  }
  const { data } = read;
  return {
    discordToken: data.DISCORD_TOKEN ?? null,
    discordApiUrl: data.DISCORD_API_URL.replace(/\/*(?:\/v\d+)?\/*$/, ''),
    databaseUrl: readStore(data.DATABASE_URL, environment),
    seedsDir: data.SEEDS_DIR === undefined ? shippedSeeds() : inHome(data.SEEDS_DIR, environment),
    host: data.HOST,
    port: data.PORT,
    shards: readShards(data.SHARDS, data.SHARD_COUNT),
    ...readFeed(data.HUGGINGFACE_URL, data.DISCORD_TOKEN !== undefined),
    llm: readModel(data),
    mcpToken: data.MCP_TOKEN ?? null,
    logLevel: data.LOG_LEVEL ?? null,
    logFormat: data.LOG_FORMAT ?? null,
  };
}

function shippedSeeds(): string {
  return relative('', fileURLToPath(new URL('../seeds', import.meta.url)));
}

export function programName({ PAPERBOY_COMMAND }: Environment = process.env): string {
  return PAPERBOY_COMMAND || 'npm run -s paperboy --';
}

function readStore(url: string, environment: Environment): string {
  const path = /^sqlite:(.+)$/s.exec(url)?.[1];
  return path === undefined ? url : `sqlite:${inHome(path, environment)}`;
}

/**
 * Expands `~` at the start of a path, which shells leave in quotes and within words, and systemd and `.env` always.
 *
 * @throws UserError for another user's home (`~ann/x`); a folder with such a name is `./~ann`
 */
export function inHome(path: string, { HOME }: Environment = process.env): string {
  const [first = ''] = path.split('/');
  if (first === '~') return `${HOME || userInfo().homedir}${path.slice(1)}`;
  if (first.startsWith('~') && first !== path) throw new UserError('errors.path.home', { path });
  return path;
}

function readModel(data: z.output<typeof schema>): ModelConfig | null {
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY, LLM_TIMEOUT_MS, LLM_DAILY_TOKENS } = data;
  if (LLM_BASE_URL === undefined && LLM_MODEL === undefined) return null;
  if (LLM_BASE_URL === undefined || LLM_MODEL === undefined)
    throw new UserError('errors.config.modelTogether');
  return {
    baseUrl: LLM_BASE_URL.replace(/\/+$/, ''),
    model: LLM_MODEL,
    apiKey: LLM_API_KEY ?? null,
    timeout: LLM_TIMEOUT_MS,
    tokensADay: LLM_DAILY_TOKENS,
  };
}

/** Without the parts before the host and after `?`. */
function withoutPassword(value: string): string {
  return value.replace(/\/\/.*@/s, '//…@').replace(/\?.*/s, '?…');
}

/** Whether an address is encrypted or on this machine, and has no unexpected parts. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  return (
    (protocol === 'https:' || LOOPBACK.test(hostname)) && `${username}${password}${search}${hash}` === ''
  );
}

/** The sandbox fetches only from an address that was set: without a network it must not hang or complain. */
function readFeed(address: string | undefined, token: boolean): Pick<Config, 'huggingfaceUrl' | 'follows'> {
  if (address === 'off') return { huggingfaceUrl: null, follows: false };
  const huggingfaceUrl = (address ?? HUGGINGFACE).replace(/\/+$/, '');
  return { huggingfaceUrl, follows: token || address !== undefined };
}

function readShards(shards: string, count: string): Config['shards'] {
  if (shards === 'auto' && count === 'auto') return null;
  if (shards === 'auto' || count === 'auto') throw new UserError('errors.config.shardsTogether');
  const ids = shards.split(',').map(Number);
  const all = Number(count);
  if (ids.some((id) => id >= all)) throw new UserError('errors.config.SHARDS', { value: shards });
  return { ids, count: all };
}

/** @returns `.env` in the working folder, overridden by the process's environment */
export function environment(): Environment {
  return { ...envFile(), ...process.env };
}

/** From POSIX's variables. */
export function terminalLocale({ LC_ALL, LC_MESSAGES, LANG }: Environment = process.env): Language {
  return languageOfTag(LC_ALL || LC_MESSAGES || LANG);
}

function envFile(): Environment {
  try {
    return parse(readFileSync('.env'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new UserError('errors.config.envFile', { reason: String(error) });
  }
}
