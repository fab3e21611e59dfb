import { Client, Events, GatewayIntentBits } from 'discord.js';

// What a discord.js bot costs that does nothing: one command, answered with a constant. Written as discord.js's
// guide writes it, with its default caches.
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL ?? 'https://discord.com/api' },
});

client.once(Events.ClientReady, ({ application }) =>
  application.commands.set([{ name: 'help', description: 'Answers a constant' }]),
);

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('The daily papers.');
});

process.once('SIGTERM', () => client.destroy());

await client.login(process.env.DISCORD_TOKEN);
