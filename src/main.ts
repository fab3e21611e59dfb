import { runProgram } from './cli/program.ts';
import { Terminal } from './cli/terminal.ts';
import { terminalLocale } from './config.ts';

/** Milliseconds that libraries may keep the process alive after the work is done; an abandoned login goes on for minutes. */
const GRACE = 500;

process.exitCode = await runProgram(process.argv, new Terminal(terminalLocale()));
setTimeout(() => process.exit(), GRACE).unref();
