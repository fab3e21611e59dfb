import { Argument, Command, CommanderError, Option } from 'commander';
import { type Config, environment, inHome, readConfig } from '../config.ts';
import { UserError } from '../errors.ts';
import { LANGUAGES, type Language } from '../language.ts';
import type { Terminal } from './terminal.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

type Work = (config: Config) => Promise<number>;

/**
 * Runs a subcommand. @returns the exit code: 0 done, 1 failed, 2 wrong usage
 *
 * @param argv with the two words of Node's first
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const run = async (work: Work) => {
    code = await work(readConfig(environment()));
  };
  try {
    await program(terminal, run).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (error instanceof UserError) terminal.explain(error);
    else terminal.remark(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return FAILED;
  }
}

/** Each subcommand is loaded when it runs: `say` needs no discord.js, and `import` no search. */
function program(terminal: Terminal, run: (work: Work) => Promise<void>): Command {
  const json = new Option('--json', terminal.text('terminal.import.json'));
  const root = new Command('paperboy')
    .description(terminal.text('terminal.about'))
    .helpOption('-h, --help', terminal.text('terminal.help'))
    .helpCommand('help [subcommand]', terminal.text('terminal.helpCommand'))
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.remark(text.trimEnd()),
    })
    .exitOverride();
  root
    .command('start')
    .description(terminal.text('terminal.start.about'))
    .action(() => run(async (config) => (await import('./start.ts')).runStart(config, terminal)));
  root
    .command('invite')
    .description(terminal.text('terminal.invite.about'))
    .action(() => run(async (config) => (await import('./invite.ts')).runInvite(config, terminal)));
  root
    .command('import')
    .description(terminal.text('terminal.import.about'))
    .addArgument(new Argument('<file-or-folder...>', terminal.text('terminal.import.paths')))
    .addOption(json)
    .action((paths: string[], options: { json?: boolean }) =>
      run(async (config) => {
        const named = paths.map((path) => inHome(path));
        return (await import('./import.ts')).runImport(named, options, config, terminal);
      }),
    );
  root
    .command('say')
    .description(terminal.text('terminal.say.about'))
    .addArgument(new Argument('[command...]', terminal.text('terminal.say.command')))
    .option('--json', terminal.text('terminal.say.json'))
    .addOption(new Option('--locale <locale>', terminal.text('terminal.say.locale')).choices(LANGUAGES))
    .option('--now <ISO>', terminal.text('terminal.say.now'))
    .action((words: string[], options: { json?: boolean; locale?: Language; now?: string }) =>
      run(async (config) => {
        const line = words.length > 0 ? words.join(' ') : null;
        return (await import('./say.ts')).runSay(line, options, config, terminal);
      }),
    );
  root
    .command('backup')
    .description(terminal.text('terminal.backup.about'))
    .addArgument(new Argument('<file>', terminal.text('terminal.backup.file')))
    .action((file: string) =>
      run(async (config) => (await import('./backup.ts')).runBackup(inHome(file), config, terminal)),
    );
  root
    .command('doctor')
    .description(terminal.text('doctor.about'))
    .action(() => run(async (config) => (await import('../doctor/doctor.ts')).runDoctor(config, terminal)));
  root
    .command('mcp')
    .description(terminal.text('mcp.about'))
    .action(() => run(async (config) => (await import('./mcp.ts')).runMcp(config, terminal)));
  root
    .command('fetch')
    .description(terminal.text('terminal.fetch.about'))
    .option('--date <YYYY-MM-DD>', terminal.text('terminal.fetch.date'))
    .option('--days <N>', terminal.text('terminal.fetch.days'))
    .action((options: { date?: string; days?: string }) =>
      run(async (config) => (await import('./fetch.ts')).runFetch(options, config, terminal)),
    );
  root
    .command('export')
    .description(terminal.text('terminal.export.about'))
    .addArgument(new Argument('<folder>', terminal.text('terminal.export.folder')))
    .action((folder: string) =>
      run(async (config) => (await import('./export.ts')).runExport(inHome(folder), config, terminal)),
    );
  return root;
}
