import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const KIBIBYTE = 1024;

/** The resident memory of a process, in bytes; NaN if the system does not say. */
export function residentMemory(pid: number): number {
  const found = statusOf(pid, 'VmRSS');
  return Number.isNaN(found) ? residentByPs(pid) : found;
}

/** The peak memory of a process, in bytes; NaN without /proc. @see man 5 proc, /proc/pid/status, VmHWM */
export function peakMemory(pid: number): number {
  return statusOf(pid, 'VmHWM');
}

function statusOf(pid: number, field: string): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return Number(found?.[1] ?? Number.NaN) * KIBIBYTE;
  } catch {
    return Number.NaN;
  }
}

/** For systems without /proc, such as macOS. */
function residentByPs(pid: number): number {
  try {
    const rss = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    return rss > 0 ? rss * KIBIBYTE : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
