import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Locale } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { InputError } from '../people/command-input.ts';
import type { peopleOf } from '../people/people.ts';
import { type State, setGuildLocale } from '../state/state.ts';
import { perform, readDeed } from './deed.ts';
import { type PageFile, readPage } from './files.ts';
import { guard, type WebEnv } from './guard.ts';
import { contentPolicy, SECURITY_HEADERS } from './headers.ts';
import { noticePage } from './notice.ts';
import { openStream } from './stream.ts';
import { createVisits } from './visits.ts';
import type { DeedResult, Snapshot } from './wire.ts';

/** Bytes; far more than a person types. */
const BODY_LIMIT = 32 * 1024;

/** The most open pages at once; one browser opens at most six connections. */
const VISITS = 64;

/** Further paths, for GET and HEAD, that the caller answers. */
export type Routes = ReadonlyMap<string, (request: Request) => Promise<Response>>;

/** Paths that somebody else answers, whatever the method; each checks itself which client, by its address, may ask. */
export type Endpoints = ReadonlyMap<string, (request: Request, client: string) => Promise<Response>>;

interface WebOptions {
  readonly people: ReturnType<typeof peopleOf>;
  /** The folder of the built page. */
  readonly page: Promise<string>;
  /** The values of `Host` that browsers may send, e.g. `127.0.0.1:3000`. */
  readonly authorities: () => ReadonlySet<string>;
  readonly routes: Routes;
  readonly endpoints: Endpoints;
  /** Example commands that the page offers in an empty channel, by locale. */
  readonly examples: Snapshot['examples'];
  /** Whether the bot's client is connected. */
  readonly online: () => boolean;
}

/** The sandbox's web server: the page, its events, and the actions of its visitors. @see ./wire.ts */
export function createWeb(
  state: State,
  { people, page, routes, endpoints, examples, authorities, online }: WebOptions,
): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const visits = createVisits(state, online, examples);
  const files = page.then(readPage);
  // A failure is reported to the next request for the page. There may be none, so it must not go unhandled.
  files.catch(() => {});

  app.onError((error, c) => {
    state.events.emit('bug', error);
    return c.json({ kind: 'failed', reason: 'the sandbox has a bug' } satisfies DeedResult, 500);
  });
  for (const [path, answer] of endpoints)
    app.all(path, (c) => answer(c.req.raw, c.env.incoming.socket.remoteAddress ?? ''));
  app.use(guard(authorities));

  app.get('/events', (c) => {
    const person = state.people.get(c.req.query('user') ?? '');
    if (!person || person.user.bot) return c.text('No such user.', 404);
    if (visits.count >= VISITS) return c.text('Too many pages are open.', 503);
    const locale = z.enum(Locale).safeParse(c.req.query('locale'));
    if (locale.success && !state.isLocaleChosen) setGuildLocale(state, locale.data);
    const send = openStream(c.env, { kind: 'snapshot', snapshot: visits.snapshot(person) });
    c.env.incoming.socket.once('close', visits.follow(person, send));
    return RESPONSE_ALREADY_SENT;
  });

  app.post('/do', bodyLimit({ maxSize: BODY_LIMIT, onError: tooLarge }), async (c) => {
    const text = await c.req.text();
    try {
      return c.json(
        await perform(
          { ...people, setGuildLocale: (locale) => setGuildLocale(state, locale) },
          readDeed(text),
        ),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return c.json({ kind: 'failed', reason: error.message } satisfies DeedResult, 400);
    }
  });

  for (const [path, answer] of routes) {
    app.get(path, async (c) => {
      const answered = await answer(c.req.raw);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) answered.headers.set(name, value);
      return answered;
    });
  }

  app.get('/attachments/:channel/:id/:name', (c) => {
    const file = state.files.get(c.req.param('id'));
    if (file === undefined) return c.text('Nothing here.', 404);
    // Whatever was uploaded, the browser shows pictures alone and saves the rest.
    const disposition = file.type === 'image/png' ? 'inline' : 'attachment';
    return c.body(file.bytes, 200, {
      'Content-Type': file.type || 'application/octet-stream',
      'Content-Disposition': disposition,
    });
  });

  app.get('*', async (c) => {
    try {
      const file = (await files).get(c.req.path);
      return file ? sendFile(c, file) : c.text('Nothing here.', 404);
    } catch (error) {
      if (c.req.path !== '/') return c.text('The page is not built.', 503);
      return c.html(noticePage(error instanceof Error ? error.message : String(error)), 503);
    }
  });
  return app;
}

function sendFile(c: Context<WebEnv>, { body, headers }: PageFile): Response {
  if (c.req.path === '/') c.header('Content-Security-Policy', contentPolicy(c.req.query('images') === 'on'));
  if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
  return c.body(body, 200, headers);
}

/** Answers without reading the rest of the request, and closes the connection. */
function tooLarge(c: Context): Response {
  const failed: DeedResult = { kind: 'failed', reason: 'too large' };
  return c.json(failed, 413, { Connection: 'close' });
}
