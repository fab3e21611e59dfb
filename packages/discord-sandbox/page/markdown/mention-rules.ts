import type { Mentioned } from './ast.ts';
import type { Rule } from './rule.ts';

/** @see Discord docs, Reference, Message Formatting */
export const MENTION_RULES: readonly Rule[] = [
  mention(/<@!?(\d+)>/y, 'user'),
  mention(/<@&(\d+)>/y, 'role'),
  mention(/<#(\d+)>/y, 'channel'),
  {
    pattern: /<\/([^:>\n]{1,100}):(\d+)>/y,
    read: ([, name = '', id = ''], { links }) =>
      links ? { node: { kind: 'mention', of: 'command', id, name } } : null,
  },
  mention(/<id:(\w+)>/y, 'guide'),
  {
    pattern: /@(everyone|here)/y,
    read: ([, name = ''], { links }) =>
      links ? { node: { kind: 'mention', of: 'everyone', id: '', name } } : null,
  },
];

function mention(pattern: RegExp, of: Mentioned): Rule {
  return {
    pattern,
    read: ([, id = ''], { links }) => (links ? { node: { kind: 'mention', of, id, name: '' } } : null),
  };
}
