import { McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Archive } from '../archive/archive.ts';
import type { Language } from '../language.ts';
import { tellPlain } from '../messages/locale.ts';
import { range } from '../messages/parts/text/dates.ts';
import { digestMarkdown } from './digest.ts';
import { registerTools, type ToolParts } from './tools.ts';

export interface ServerParts extends ToolParts {
  readonly archive: Archive;
  readonly version: string;
}

/** Days listed as resources; others are found by address. */
const LISTED = 30;
/** The maximum of the Model Context Protocol. */
const COMPLETIONS = 100;

/** For one connection or request: commands as tools, days as resources. Nothing is written. */
export function createMcpServer(parts: ServerParts): McpServer {
  const { archive, locale, version } = parts;
  const server = new McpServer(
    { name: 'paperboy', title: tellPlain('mcp.title', locale), version },
    { instructions: `${holds(archive, locale)} ${tellPlain('mcp.rules', locale)}` },
  );
  registerTools(server, parts);
  registerDigest(server, archive, 'en', locale);
  registerDigest(server, archive, 'ko', locale);
  return server;
}

function holds(archive: Archive, locale: Language): string {
  const { first, last, papers, digests } = archive.totals();
  if (first === null || last === null) return tellPlain('mcp.empty', locale);
  return tellPlain('mcp.holds', locale, {
    papers: tellPlain('papers.count', locale, { count: papers }),
    digests: tellPlain('help.digests', locale, { count: digests }),
    range: range(first, last, locale),
  });
}

/** `paperboy://digest/2024-12-06` in English, `paperboy://digest/2024-12-06/ko` in Korean. */
const DIGESTS = { en: 'paperboy://digest/{date}', ko: 'paperboy://digest/{date}/ko' } as const;

/** @param language of the digests @param locale of their descriptions */
function registerDigest(server: McpServer, archive: Archive, language: Language, locale: Language): void {
  const newest = (begun: string, most: number) =>
    archive
      .days()
      .filter((day) => day.startsWith(begun))
      .toReversed()
      .slice(0, most);
  const mimeType = 'text/markdown';
  const template = new ResourceTemplate(DIGESTS[language], {
    list: () => ({
      resources: newest('', LISTED).map((date) => {
        const uri = DIGESTS[language].replace('{date}', date);
        return { uri, name: date, mimeType };
      }),
    }),
    complete: { date: (begun) => newest(begun, COMPLETIONS) },
  });
  server.registerResource(
    `digest-${language}`,
    template,
    {
      title: tellPlain('mcp.digest.title', locale),
      description: tellPlain(`mcp.digest.${language}`, locale),
      mimeType,
    },
    (uri, { date }) => {
      const day = String(date);
      if (archive.digest(day) === undefined)
        throw new ResourceNotFoundError(uri.href, nothingOn(day, archive, locale));
      return { contents: [{ uri: uri.href, mimeType, text: digestMarkdown(archive, day, language) }] };
    },
  );
}

function nothingOn(date: string, archive: Archive, locale: Language): string {
  const { first, last } = archive.totals();
  if (first === null || last === null) return tellPlain('mcp.empty', locale);
  return tellPlain('mcp.digest.none', locale, { date, range: range(first, last, locale) });
}
