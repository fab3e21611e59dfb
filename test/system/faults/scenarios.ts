import type { Failure, SandboxOptions } from 'discord-sandbox';
import type { Scenario } from './scenario.ts';

/** Milliseconds for which the bots are down: no time at all; until leases have ended; until nonces are forgotten. */
const DOWN = [0, 95_000, 200_000] as const;

/** Milliseconds for which a bot is frozen: until its leases have ended, with nonces known and forgotten. */
const FROZEN = [95_000, 110_000, 125_000, 150_000, 175_000, 200_000] as const;

/** Discord as it is, with its limits. */
const DISCORD: SandboxOptions = {};
/** What a nonce is good for: nothing. */
const FORGETFUL: SandboxOptions = { nonceWindow: -1 };

const LOST: readonly [Failure, ...Failure[]] = [
  'close-after-storing',
  'close-before',
  '502-after-storing',
  502,
  503,
  429,
];
/** A bot waits ten seconds for an answer that does not come. */
const SILENT: readonly [Failure, ...Failure[]] = [...LOST, 'hang', 'hang-after-storing'];

const sqlite = { database: 'SQLite', replicas: 1, sandbox: DISCORD, fate: 'kill', down: DOWN } as const;
const postgres = { ...sqlite, database: 'PostgreSQL', replicas: 2 } as const;

/** Some minutes: what `npm run faults` plays. */
export const LONG: readonly Scenario[] = [
  { ...sqlite, name: 'killed', cycles: 100, channels: 8 },
  { ...sqlite, name: 'killed, in real time', cycles: 40, channels: 15, down: [0] },
  {
    ...sqlite,
    name: 'killed, and nonces forgotten',
    cycles: 60,
    channels: 5,
    sandbox: FORGETFUL,
    down: [200_000],
  },
  { ...sqlite, name: 'asked to stop', cycles: 30, channels: 10, fate: 'stop', down: [0] },
  {
    ...sqlite,
    name: 'rough weather, gateway resets',
    cycles: 40,
    channels: 15,
    fate: 'shake',
    weather: { failures: SILENT, often: 40, storm: 60 },
  },
  {
    ...sqlite,
    name: 'killed in rough weather',
    cycles: 60,
    channels: 8,
    weather: { failures: SILENT, often: 30, storm: 30 },
  },
  { ...postgres, name: 'two replicas, killed', cycles: 100, channels: 8 },
  {
    ...postgres,
    name: 'two replicas, killed in rough weather',
    cycles: 50,
    channels: 10,
    weather: { failures: SILENT, often: 30, storm: 30 },
  },
  {
    ...postgres,
    name: 'two replicas, every kind, killed in rough weather',
    cycles: 20,
    channels: 10,
    isMixed: true,
    weather: { failures: SILENT, often: 30, storm: 30 },
  },
  { ...postgres, name: 'two replicas, in real time', cycles: 40, channels: 15, down: [0] },
  { ...postgres, name: 'two replicas, one frozen', cycles: 24, channels: 30, fate: 'freeze', down: FROZEN },
];

/** Under a minute: the same in small, for every change. */
export const SHORT: readonly Scenario[] = [
  { ...sqlite, name: 'killed', cycles: 5, channels: 10 },
  {
    ...sqlite,
    name: 'killed, and nonces forgotten',
    cycles: 3,
    channels: 6,
    sandbox: FORGETFUL,
    down: [200_000],
  },
  { ...sqlite, name: 'asked to stop', cycles: 3, channels: 10, fate: 'stop', down: [0] },
  {
    ...sqlite,
    name: 'rough weather, gateway resets',
    cycles: 4,
    channels: 12,
    fate: 'shake',
    weather: { failures: LOST, often: 40, storm: 20 },
  },
  { ...postgres, name: 'two replicas, killed', cycles: 4, channels: 10 },
  {
    ...postgres,
    name: 'two replicas, every kind, killed',
    cycles: 3,
    channels: 15,
    isMixed: true,
    weather: { failures: LOST, often: 30, storm: 20 },
  },
  { ...postgres, name: 'two replicas, one frozen', cycles: 2, channels: 20, fate: 'freeze', down: FROZEN },
];
