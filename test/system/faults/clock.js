// Loaded into a bot before its program: its clocks are ahead by what a file says, so that hours pass in a moment, also
// while it is stopped. And it tells of each message that it sends, as the request is written to its connection.
import { channel } from 'node:diagnostics_channel';
import { openSync, readSync, writeSync } from 'node:fs';

const STDERR = 2;
const file = openSync(process.env.CLOCK_FILE, 'r');
const bytes = Buffer.alloc(8);
const wall = Date.now.bind(Date);
const steady = performance.now.bind(performance);

/** Milliseconds. */
function ahead() {
  readSync(file, bytes, 0, bytes.length, 0);
  return bytes.readDoubleLE(0);
}

Date.now = () => wall() + ahead();
performance.now = () => steady() + ahead();

channel('undici:client:sendHeaders').subscribe(({ request: { method, path } }) => {
  if (method !== 'POST' || !/\/(messages|threads)$/.test(path)) return;
  writeSync(STDERR, `${JSON.stringify({ level: 10, msg: 'sends a message', path, at: wall() })}\n`);
});
