import { IDS, type State } from '../state/state.ts';
import type { Role } from '../state/types.ts';
import { InputError } from './command-input.ts';

/** An administrator's actions on the server's roles. */
export function roleControlsOf(state: State) {
  const roleOf = (id: string): Role => {
    const role = state.roles.get(id);
    if (!role) throw new InputError(`no role ${id} in the sandbox`);
    return role;
  };

  return {
    /** Adds a role without members and permissions and returns its id. Discord's default is `mentionable: false` too. */
    addRole: (
      name: string,
      { mentionable = false, id = state.nextId() }: { mentionable?: boolean; id?: string } = {},
    ): string => {
      const position = state.roles.size;
      const role = { id, name, permissions: 0n, position, mentionable, ofBot: false };
      state.roles.set(role.id, role);
      state.events.emit('role', { change: 'create', role });
      return role.id;
    },

    /** Sets a role's permissions (bits of Discord's permission flags). The id of @everyone is the server's id. */
    setRole: (id: string, permissions: bigint): void => {
      const role = { ...roleOf(id), permissions };
      state.roles.set(id, role);
      state.events.emit('role', { change: 'update', role });
    },

    /** Lets everybody mention a role, or only people with Mention Everyone. */
    setMentionable: (id: string, mentionable: boolean): void => {
      const role = { ...roleOf(id), mentionable };
      state.roles.set(id, role);
      state.events.emit('role', { change: 'update', role });
    },

    /** Deletes a role and takes it from its members. */
    deleteRole: (id: string): void => {
      const role = roleOf(id);
      if (id === IDS.guild) throw new InputError('everybody’s role stays');
      state.roles.delete(id);
      for (const person of state.people.values()) person.roles = person.roles.filter((one) => one !== id);
      state.events.emit('role', { change: 'delete', role });
    },
  };
}
