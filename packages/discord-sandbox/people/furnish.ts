import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { controlsOf } from './controls.ts';

/** Ids that are the same in every sandbox, like those in `state.ts`. */
const IDS = {
  announcements: '1180000000000001000',
  forum: '1180000000000001100',
  closed: '1180000000000001200',
  readers: '1180000000000001300',
  staff: '1180000000000001400',
} as const;

/** Adds channels and roles for trying a bot: each kind of channel, one without permissions, and two roles. */
export function furnish({ addChannel, denyInChannel, addRole }: ReturnType<typeof controlsOf>): void {
  addChannel({ name: 'announcements', kind: 'announcement', id: IDS.announcements });
  addChannel({ name: 'paper-forum', kind: 'forum', id: IDS.forum });
  addChannel({ name: 'no-permissions', id: IDS.closed });
  const { SendMessages, EmbedLinks } = PermissionFlagsBits;
  denyInChannel(IDS.closed, SendMessages | EmbedLinks);
  addRole('readers', { mentionable: true, id: IDS.readers });
  addRole('staff', { mentionable: false, id: IDS.staff });
}
