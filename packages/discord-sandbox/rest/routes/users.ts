import { z } from 'zod';
import { parseForm, snowflake } from '../../limits/form.ts';
import { directChannel } from '../../state/direct.ts';
import { applicationObject, GUILD_NAME } from '../../state/objects.ts';
import { IDS, type State } from '../../state/state.ts';
import { idOf, personFor } from '../access.ts';
import { readBody } from '../body.ts';
import { discordError } from '../errors.ts';
import type { RestApp } from './app.ts';

const installParams = z.object({ scopes: z.array(z.string()), permissions: z.string() });
const install = z.object({ oauth2_install_params: installParams.nullish() });

/** The fields of an application that the sandbox can change. @see Discord docs, Application, Edit Current Application */
const applicationForm = z.object({
  integration_types_config: z.partialRecord(z.enum(['0', '1']), install).optional(),
});

/** The bot itself, its application, and other users. @see Discord docs, User */
export function userRoutes(app: RestApp, state: State): void {
  app.get('/users/@me', (c) =>
    c.json({ ...state.bot.user, mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
  );
  app.get('/users/@me/guilds', (c) =>
    c.json(
      state.guild === 'left'
        ? []
        : [
            {
              id: IDS.guild,
              name: GUILD_NAME,
              icon: null,
              banner: null,
              owner: false,
              permissions: '0',
              features: [],
            },
          ],
    ),
  );
  app.post('/users/@me/channels', async (c) => {
    const { recipient_id } = parseForm(z.object({ recipient_id: snowflake }), await readBody(c));
    const person = personFor(state, recipient_id, 'unknownUser');
    if (person.user.bot) throw discordError('cannotMessageUser');
    return c.json(directChannel(state, person));
  });
  app.get('/users/:id', (c) =>
    c.json(personFor(state, idOf('user_id', c.req.param('id')), 'unknownUser').user),
  );
  app.get('/applications/@me', (c) => c.json(applicationObject(state)));
  app.patch('/applications/@me', async (c) => {
    const { integration_types_config: installs } = parseForm(applicationForm, await readBody(c));
    if (installs !== undefined) state.installs = installs;
    return c.json(applicationObject(state));
  });
  app.get('/oauth2/applications/@me', (c) => c.json(applicationObject(state)));
}
