import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

export type RestEnv = { Bindings: HttpBindings };
/** The REST API, to which each file in this folder adds its routes. */
export type RestApp = Hono<RestEnv>;
export type RestContext = Context<RestEnv>;
