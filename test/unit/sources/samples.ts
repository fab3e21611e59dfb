import { onTestFinished } from 'vitest';
import type { Outside } from '../../../src/sources/huggingface/http.ts';
import { type Days, Replay } from '../../support/huggingface.ts';

/** An entry of `/api/daily_papers`, with the fields that one has today, but for the day that it was listed on. */
export function entry(id: string, paper: Record<string, unknown> = {}, top: Record<string, unknown> = {}) {
  return {
    paper: {
      id,
      authors: [
        { name: 'Ada Lovelace', hidden: false },
        { name: 'Charles Babbage', hidden: false, status: 'claimed_verified', user: { user: 'cb' } },
      ],
      publishedAt: '2026-08-15T00:00:00.000Z',
      title: `Title of ${id}`,
      summary: `Abstract of ${id}.`,
      upvotes: 3,
      ai_keywords: ['engines'],
      ai_summary: 'Engines compute.',
      githubRepo: 'https://github.com/ada/engine',
      projectPage: 'https://ada.example/engine/',
      organization: { name: 'ae', fullname: 'Analytical Engines' },
      ...paper,
    },
    publishedAt: '2026-08-14T20:00:00.000Z',
    title: `Title of ${id}`,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: 1,
    ...top,
  };
}

/** So many papers of August 2026. */
export function entries(count: number, from = 1) {
  return Array.from({ length: count }, (_, n) => entry(`2608.${String(from + n).padStart(5, '0')}`));
}

/** Hugging Face on loopback until the test is over. */
export async function openReplay(days: Days): Promise<Replay> {
  const replay = await new Replay(days).listen();
  onTestFinished(() => replay.close());
  return replay;
}

/** A world whose time passes only in sleep, and which keeps how long each was. */
export function world(
  start = Date.parse('2026-08-18T12:00:00Z'),
): Outside & { time: number; slept: number[] } {
  const one = {
    time: start,
    slept: [] as number[],
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    now: () => one.time,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      one.slept.push(milliseconds);
      one.time += milliseconds;
    },
    random: () => 0.5,
  };
  return one;
}
