import { z } from 'zod';
import { defineCommand, personIn } from '../src/bot/command.ts';
import { hidden } from '../src/bot/options.ts';

/** What a person can do with their data; `erase` only asks for confirmation. */
const ACTIONS = ['export', 'erase', 'sure'] as const;

export default defineCommand({
  name: 'privacy',
  personal: true,
  options: z.strictObject({ show: z.enum(ACTIONS).optional().meta(hidden) }),
  async run({ show }, context) {
    const person = personIn(context);
    const { personal } = context;
    if (show === 'export') {
      const parts = await Promise.all(
        personal.map(async (held) => [held.name, await held.exported(person)] as const),
      );
      return { kind: 'personal-export', data: { person, ...Object.fromEntries(parts) } };
    }
    // One after the other: if one fails, the person sees an error and can press again.
    if (show === 'sure') for (const held of personal) await held.forget(person);
    const held = (await Promise.all(personal.map((one) => one.shown(person)))).flat();
    const event = show === 'sure' ? 'erased' : show === 'erase' && held.length > 0 ? 'confirm' : 'shown';
    return { kind: 'personal', event, held };
  },
});
