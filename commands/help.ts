import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';

export default defineCommand({
  name: 'help',
  isPrivate: true,
  options: z.strictObject({}),
  run: (_options, { archive, commands }) => ({ kind: 'help', totals: archive.totals(), commands }),
});
