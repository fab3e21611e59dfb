import type { McpServer } from '@modelcontextprotocol/server';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer } from '../answers/answer.ts';
import { type Command, textPrefix } from '../bot/command.ts';
import { apology, type Dispatch, type ReportBug } from '../bot/dispatch.ts';
import { LANGUAGES, type Language } from '../language.ts';
import { hasText, tellPlain } from '../messages/locale.ts';
import { markdown } from '../messages/plain.ts';
import { render } from '../messages/render.ts';

export interface ToolParts {
  readonly commands: ReadonlyMap<string, Command>;
  readonly dispatch: Dispatch;
  readonly report: ReportBug;
  /** For limits; null: none apply. */
  readonly client: string | null;
  /** Of descriptions, and of answers unless a call names a language. */
  readonly locale: Language;
  /** Waits for this client's turn. */
  readonly turn: () => Promise<unknown>;
}

/** An argument of tools that commands do not have. */
const LOCALE = 'locale';

export function registerTools(server: McpServer, parts: ToolParts): void {
  for (const command of parts.commands.values()) if (command.isTool) register(server, command, parts);
}

function register(server: McpServer, command: Command, parts: ToolParts): void {
  const { name } = command;
  const json = schemaOf(command, parts.locale);
  server.registerTool(
    name,
    {
      description: describe(`mcp.tools.${name}`, `${textPrefix(name)}.description`, parts.locale),
      // The command checks its options and explains mistakes in the bot's words.
      inputSchema: {
        '~standard': {
          version: 1,
          vendor: 'paperboy',
          validate: (value: unknown) => ({ value }),
          jsonSchema: { input: () => json, output: () => json },
        },
      },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (given) => run(command, given, parts),
  );
}

const argumentsSchema = z.record(z.string(), z.unknown()).catch({});
const localeSchema = z.enum(LANGUAGES);

async function run(
  command: Command,
  given: unknown,
  { dispatch, report, client, turn, ...parts }: ToolParts,
) {
  const { [LOCALE]: asked, ...typed } = argumentsSchema.parse(given ?? {});
  const read = localeSchema.default(parts.locale).safeParse(asked ?? undefined);
  if (!read.success) return resultOf(wrongLocale(command, asked), parts.locale);
  const locale = read.data;
  await turn();
  const now = Temporal.Now.instant();
  const request = { command: command.name, options: withoutNull(typed), now, locale, asker: client };
  const answer = await dispatch(request);
  try {
    return resultOf(answer, locale);
  } catch (error) {
    return resultOf(apology(error, request, report), locale);
  }
}

function resultOf(answer: Answer, locale: Language) {
  const structuredContent: Record<string, unknown> = JSON.parse(JSON.stringify(answer));
  return {
    content: [{ type: 'text' as const, text: markdown(render(answer, locale).messages) }],
    structuredContent,
    isError: answer.kind === 'notice' && answer.tone !== 'info',
  };
}

function wrongLocale({ name: command }: Command, asked: unknown): Answer {
  const choices = localeSchema.options.join(', ');
  const values = { command, option: LOCALE, value: String(asked), choices };
  return { kind: 'notice', tone: 'error', text: { key: 'errors.option.choice', values } };
}

/** Clients write null for absent options. */
function withoutNull(typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
}

const objectSchema = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) });
/** Properties for Discord alone. */
const OWN = ['hidden', 'lines', 'picks', 'channelKinds'];

/** A command's options with descriptions, and the language of the answer. */
function schemaOf({ name, schema }: Command, locale: Language): Record<string, unknown> {
  const json = objectSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  const offered = Object.entries(json.properties).filter(([, property]) => property.ofButton !== true);
  const properties = offered.map(([option, property]) => {
    const own = Object.entries(property).filter(([key]) => !OWN.includes(key));
    const key = `${textPrefix(name)}.options.${option}.description`;
    const description = describe(key, `mcp.options.${option}`, locale);
    return [option, { ...Object.fromEntries(own), description }];
  });
  const language = {
    type: 'string',
    enum: localeSchema.options,
    default: locale,
    description: tellPlain('mcp.options.locale', locale),
  };
  return { ...json, properties: { ...Object.fromEntries(properties), [LOCALE]: language } };
}

/** The first text that exists. */
function describe(key: string, other: string, locale: Language): string {
  if (hasText(key)) return tellPlain(key, locale);
  if (hasText(other)) return tellPlain(other, locale);
  throw new Error(`no text ${key} or ${other}`);
}
