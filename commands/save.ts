import { z } from 'zod';
import { paperById } from '../src/answers/options/wanted.ts';
import { defineCommand, personIn } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';
import { SAVED_MAX } from '../src/people/port.ts';

/** The button of a card: saves its paper, or removes it from the list. */
export default defineCommand({
  name: 'save',
  hidden: true,
  personal: true,
  options: z.strictObject({ paper: text(), undo: z.enum(['yes']).optional() }),
  async run({ paper: asked, undo }, context) {
    const { saved, now } = context;
    const person = personIn(context);
    // Removing comes before the look-up: a paper that the archive no longer has can still be removed.
    if (undo !== undefined) await saved.remove(person, asked);
    const paper = paperById(asked, context);
    if (undo === undefined && !(await saved.save(person, paper.id, now.epochMilliseconds)))
      throw new UserError('errors.saved.full', { max: SAVED_MAX });
    const papers = await saved.of(person);
    return { kind: 'save', paper, isSaved: undo === undefined, total: papers.length };
  },
});
