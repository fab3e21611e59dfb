import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { UserError } from '../errors.ts';
import type { Engine } from './engine.ts';

/** Per process. PostgreSQL allows 100 by default, which replicas share. */
const CONNECTIONS = 10;
const CONNECT_TIMEOUT = 10_000;
/** Milliseconds until a query without a reply fails; nothing else detects a server that vanished. */
const QUERY_TIMEOUT = 30_000;
/** `bigint` in PostgreSQL's `pg_type`. */
const INT8 = 20;
/** Codes for "this server cannot be used now", of PostgreSQL, the system and TLS. @see PostgreSQL docs, Appendix A */
const UNUSABLE =
  /^(08...|28...|25006|3D000|42501|53...|55P03|57P0.|58...|XX00[12]|E[A-Z]+|.*CERT.*|UNABLE_TO_.*|ERR_(TLS|SSL).*)$/;
/** A unique key that another transaction took, and a deadlock that ended this one. */
const LOST_RACE = /^(23505|40P01)$/;
/** Connection errors of pg without a code. */
const NO_CONNECTION =
  /connection (terminated|error|timeout)|timeout exceeded|read timeout|not queryable|discarded|support SSL|^SASL/i;

/** @param url `postgres://user:password@host:port/database`, with options of pg. @throws UserError if it is malformed */
export function postgresEngine(url: string): Engine {
  const { shown, secrets } = readAddress(url);
  const hide = (text: string) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
  return {
    dialect: new PostgresDialect({ pool: async () => openPool(url) }),
    shown,
    unusable(error) {
      if (!UNUSABLE.test(String(error.code)) && !NO_CONNECTION.test(error.message)) return null;
      // A host with several addresses fails with an AggregateError without a message.
      const failures = error instanceof AggregateError ? error.errors.map(String) : [error.message];
      return hide(failures.join(', '));
    },
    lostRace: ({ code }) => LOST_RACE.test(String(code)),
  };
}

function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // A broken idle connection emits `error`, which would end the process; the pool then opens a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function readAddress(url: string): { shown: string; secrets: string[] } {
  if (!URL.canParse(url)) {
    const reason = 'not an address; write special characters of the password as %40 and the like';
    throw new UserError('errors.store.unusable', { path: url.replace(/\/\/.*@/s, '//…@'), reason });
  }
  const { protocol, username, password, host, pathname, searchParams } = new URL(url);
  const user = username === '' ? '' : `${username}@`;
  const secrets = [password, decoded(password), searchParams.get('password') ?? ''];
  return { shown: `${protocol}//${user}${host}${pathname}`, secrets: secrets.filter((text) => text !== '') };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
