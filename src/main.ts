import { runProgram } from './cli/program.ts';
import { Terminal } from './cli/terminal.ts';
import { terminalLocale } from './config.ts';

/** How long libraries may keep the process alive, ms; an abandoned login goes on for minutes. */
const GRACE = 500;

process.exitCode = await runProgram(process.argv, new Terminal(terminalLocale()));
setTimeout(() => process.exit(), GRACE).unref();
