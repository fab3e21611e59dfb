import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { TimeStyle } from '../markdown/ast.ts';
import { daysAgo, formatTime } from '../model/when.ts';

const MINUTE = 60_000;

/** A timestamp in the reader's time zone and language. Relative times are kept current. */
export function Time({ unix, style }: { readonly unix: number; readonly style: TimeStyle }) {
  const { locale } = usePage();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (style !== 'R') return undefined;
    const near = Math.abs(Date.now() - unix * 1000) < MINUTE;
    const timer = setTimeout(() => setNow(Date.now()), near ? 1000 : MINUTE / 2);
    return () => clearTimeout(timer);
  }, [style, unix, now]);
  const date = new Date(unix * 1000);
  const valid = !Number.isNaN(date.getTime());
  return (
    <time
      class="stamp-time"
      dateTime={valid ? date.toISOString() : undefined}
      title={formatTime(unix, 'F', locale, now)}
    >
      {formatTime(unix, style, locale, now)}
    </time>
  );
}

/** When a message was written, in short form: `Today at 9:00`. */
export function WrittenAt({ iso }: { readonly iso: string }) {
  const { locale, say } = usePage();
  const date = new Date(iso);
  const unix = date.getTime() / 1000;
  const days = daysAgo(date, new Date());
  const time = formatTime(unix, 't', locale, 0);
  const text =
    days === 0
      ? say('today', { time })
      : days === 1
        ? say('yesterday', { time })
        : formatTime(unix, 's', locale, 0);
  return (
    <time dateTime={iso} title={formatTime(unix, 'F', locale, 0)}>
      {text}
    </time>
  );
}
