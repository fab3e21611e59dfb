import {
  commandsOf,
  deleteCommand,
  editCommand,
  findCommand,
  overwriteCommands,
  type Scope,
  upsertCommand,
  withoutLocalizations,
} from '../../state/commands.ts';
import { IDS, type State } from '../../state/state.ts';
import type { Command } from '../../state/types.ts';
import { guildFor, idOf } from '../access.ts';
import { readBody } from '../body.ts';
import { discordError } from '../errors.ts';
import type { RestApp, RestContext } from './app.ts';

/** Global commands and a server's own. @see Discord docs, Application Commands */
export function commandRoutes(app: RestApp, state: State): void {
  const shown = (c: RestContext, command: Command) =>
    c.req.query('with_localizations') === 'true' ? command : withoutLocalizations(command);
  const scopeOf = (c: RestContext): Scope => {
    if (idOf('application_id', c.req.param('app') ?? '') !== IDS.application)
      throw discordError('unknownApplication');
    const guild = c.req.param('guild');
    return guild === undefined ? 'global' : guildFor(state, guild);
  };
  const commandId = (c: RestContext) => idOf('command_id', c.req.param('command') ?? '');

  for (const base of ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands']) {
    app.get(base, (c) => c.json(commandsOf(state, scopeOf(c)).map((command) => shown(c, command))));
    app.put(base, async (c) => c.json(overwriteCommands(state, scopeOf(c), await readBody(c))));
    app.post(base, async (c) => {
      const { command, created } = upsertCommand(state, scopeOf(c), await readBody(c));
      return c.json(command, created ? 201 : 200);
    });
    app.get(`${base}/:command`, (c) => c.json(findCommand(state, scopeOf(c), commandId(c))));
    app.patch(`${base}/:command`, async (c) =>
      c.json(editCommand(state, scopeOf(c), commandId(c), await readBody(c))),
    );
    app.delete(`${base}/:command`, (c) => {
      deleteCommand(state, scopeOf(c), commandId(c));
      return c.body(null, 204);
    });
  }
}
