import { channelsOf, guildObject } from '../../state/objects.ts';
import { rolesOf } from '../../state/roles.ts';
import { memberOf, type State } from '../../state/state.ts';
import { guildFor, personFor } from '../access.ts';
import type { RestApp } from './app.ts';

/** The one server. @see Discord docs, Guild */
export function guildRoutes(app: RestApp, state: State): void {
  app.use('/guilds/:guild/*', async (c, next) => {
    guildFor(state, c.req.param('guild'));
    await next();
  });
  app.get('/guilds/:guild', (c) => {
    guildFor(state, c.req.param('guild'));
    return c.json(guildObject(state));
  });
  app.get('/guilds/:guild/channels', (c) => c.json(channelsOf(state).channels));
  app.get('/guilds/:guild/threads/active', (c) => {
    const { threads } = channelsOf(state);
    const active = threads.filter((one) => !one.thread_metadata.archived);
    return c.json({ threads: active, members: [], has_more: false });
  });
  app.get('/guilds/:guild/roles', (c) => c.json(rolesOf(state)));
  app.get('/guilds/:guild/members/@me', (c) => c.json(memberOf(state, state.bot)));
  app.get('/guilds/:guild/members/:user', (c) =>
    c.json(memberOf(state, personFor(state, c.req.param('user'), 'unknownMember'))),
  );
}
