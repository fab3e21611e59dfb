import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { controlsOf } from './controls.ts';

/** The same in every sandbox, as those of `state.ts` are. */
const IDS = {
  announcements: '1180000000000001000',
  forum: '1180000000000001100',
  closed: '1180000000000001200',
  readers: '1180000000000001300',
  staff: '1180000000000001400',
} as const;

/** What people try a bot on: each kind of channel, one in which it may do nothing, and a role of either kind. */
export function furnish({ addChannel, denyInChannel, addRole }: ReturnType<typeof controlsOf>): void {
  addChannel({ name: 'announcements', kind: 'announcement', id: IDS.announcements });
  addChannel({ name: 'paper-forum', kind: 'forum', id: IDS.forum });
  addChannel({ name: 'no-permissions', id: IDS.closed });
  const { SendMessages, EmbedLinks } = PermissionFlagsBits;
  denyInChannel(IDS.closed, SendMessages | EmbedLinks);
  addRole('readers', { mentionable: true, id: IDS.readers });
  addRole('staff', { mentionable: false, id: IDS.staff });
}
