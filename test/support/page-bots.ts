import { type Client, Events, type Interaction, type Message, MessageFlags, Partials } from 'discord.js';
import type { Sandbox, SandboxOptions } from 'discord-sandbox';
import { builtPage } from 'discord-sandbox/build';
import { onTestFinished } from 'vitest';
import { call, loggedIn, restOf } from '../../packages/discord-sandbox/test/support/discord.ts';
import { dailyPost } from '../../src/answers/post.ts';
import { NOW } from './app.ts';
import { openSandbox, type RunningBot, startBot } from './bot.ts';

const page = async () => (await builtPage()).folder;

/** The whole bot in a sandbox with its page, the newest digest posted: what a newcomer sees. */
export async function startBotWithPage(options: SandboxOptions = {}): Promise<RunningBot> {
  const bot = await startBot({ page, ...options });
  await post(bot);
  return bot;
}

async function post({ app, sandbox }: RunningBot): Promise<void> {
  const date = app.archive.latest() ?? '';
  const { messages } = await app.responder.write(dailyPost(app.archive, date, 5), 'en', NOW);
  for (const message of messages)
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, message);
}

const COMMANDS = [
  { type: 3, name: 'Find papers', name_localizations: { ko: '논문 찾기' } },
  { type: 3, name: 'Never answer' },
  { name: 'silent', description: 'Never answers' },
  { name: 'think', description: 'Thinks until it is told to stop' },
  { name: 'form', description: 'Opens a form' },
  { name: 'ask', description: 'Opens a form that asks something' },
  { name: 'choose', description: 'Several things of a menu' },
];

/**
 * A bot that does what ours does not: is silent, thinks for long, opens forms, and says again what it is told. `think`
 * ends when it is released.
 */
export async function startOddBot(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; release: () => void }> {
  const sandbox = await openSandbox({ page, ...options });
  const client = await loggedIn(sandbox, { partials: [Partials.Channel] });
  onTestFinished(() => client.destroy());
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction, released));
  client.on(Events.MessageCreate, (message) => void echo(message));
  await register(client, sandbox);
  return { sandbox, release };
}

async function register(client: Client<true>, sandbox: Sandbox): Promise<void> {
  await restOf(sandbox).put(`/applications/${client.application.id}/commands`, { body: COMMANDS });
}

async function answer(interaction: Interaction, released: Promise<void>): Promise<void> {
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'think') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await released;
      await interaction.editReply('thought **through**');
    } else if (interaction.commandName === 'form') await interaction.showModal(FORM);
    else if (interaction.commandName === 'ask') await interaction.showModal(QUESTION);
    else if (interaction.commandName === 'choose') await interaction.reply({ components: [MENU] });
  } else if (interaction.isMessageContextMenuCommand()) {
    const { commandName, targetMessage } = interaction;
    if (commandName === 'Find papers') await interaction.reply(`Papers of: ${targetMessage.content}`);
  } else if (interaction.isModalSubmit() && interaction.customId === 'question') {
    const question = interaction.fields.getTextInputValue('question');
    if (question !== 'silence') await interaction.reply(`Asked: ${question}`);
  } else if (interaction.isModalSubmit()) {
    const [subject, more] = ['subject', 'more'].map((id) => interaction.fields.getTextInputValue(id));
    await interaction.reply(`${subject}: ${more}`);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: interaction.values.join(' and '), components: [MENU] });
  }
}

/** Answers whoever speaks to it: what was said, and of the message it was said about. */
async function echo(message: Message): Promise<void> {
  const { author, client, content, guildId, mentions } = message;
  if (author.bot || (guildId !== null && !mentions.users.has(client.user.id))) return;
  const about = message.reference ? ` about ${(await message.fetchReference()).content}` : '';
  await message.reply({
    content: `You said ${content}${about}`,
    allowedMentions: { parse: [], repliedUser: true },
  });
}

const textInput = (custom_id: string, label: string, style: number, required: boolean) => ({
  type: 1 as const,
  components: [{ type: 4 as const, custom_id, label, style, required }],
});

const FORM = {
  custom_id: 'form',
  title: 'What is it about?',
  components: [textInput('subject', 'Subject', 1, true), textInput('more', 'More', 2, false)],
};

const QUESTION = {
  custom_id: 'question',
  title: 'Ask about this paper',
  components: [
    {
      type: 18 as const,
      label: 'Question',
      description: 'In Korean or English',
      component: {
        type: 4 as const,
        custom_id: 'question',
        style: 2,
        required: true,
        min_length: 2,
        max_length: 20,
        placeholder: 'What data was it trained on?',
      },
    },
  ],
};

const MENU = {
  type: 1 as const,
  components: [
    {
      type: 3 as const,
      custom_id: 'menu',
      placeholder: 'One or two',
      min_values: 1,
      max_values: 2,
      options: ['red', 'green', 'blue'].map((value) => ({
        label: value,
        value,
        description: `the colour ${value}`,
      })),
    },
  ],
};
