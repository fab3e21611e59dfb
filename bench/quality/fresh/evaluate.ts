import { Temporal } from 'temporal-polyfill';
import type { Control } from '../../../src/bot/controls.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { plain } from '../../../src/messages/plain.ts';
import { openStore } from '../../open.ts';
import type { Score } from '../answers.ts';
import { brokenBy, shownIn } from './check.ts';
import { type FreshThread, freshQuestions, RECORDED, sharedRefusals } from './questions.ts';

/** The day of the newest recorded list. */
const NOW = Temporal.Instant.from('2026-08-20T12:00:00Z');

/** Asks questions that were written before anybody looked at the code, over the recorded days; empty without them. */
export async function evaluateFresh(): Promise<readonly Score[]> {
  const sets = new Map(freshQuestions());
  if (sets.size === 0) return [];
  sets.set('shared', sharedRefusals());
  const app = await openStore({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: RECORDED });
  await app.search.ready;
  const scores: Score[] = [];
  for (const [written, threads] of sets) {
    const all = (
      await Promise.all(threads.map((thread, at) => talk(app, thread, `${written}/${at}`)))
    ).flat();
    for (const kind of new Set(all.map((one) => one.kind))) {
      const own = all.filter((one) => one.kind === kind);
      const missed = own
        .filter(({ broken }) => broken !== '')
        .map((one) => `${one.question} (${one.broken})`);
      scores.push({ name: `${written} ${kind}`, good: own.length - missed.length, of: own.length, missed });
    }
  }
  await app.close();
  return scores;
}

interface Asked {
  readonly kind: string;
  readonly question: string;
  /** The rules that the answer breaks, in one text; empty for a good one. */
  readonly broken: string;
}

/** Asks one question after the other, each as a reply to the answer before. */
async function talk(app: OpenLibrary, { kind, turns }: FreshThread, asker: string): Promise<Asked[]> {
  const asked: Asked[] = [];
  let controls: readonly Control[] = [];
  for (const [at, turn] of turns.entries()) {
    const { question } = turn;
    const locale = /[가-힣]/.test(question) ? 'ko' : 'en';
    const reply = await app.responder.say({ text: question, controls, locale, now: NOW, place: null, asker });
    const messages = reply?.messages ?? [];
    const broken = brokenBy(turn, shownIn(plain(messages), app.archive)).join(', ');
    asked.push({
      kind: at > 0 ? 'follow-up' : kind === 'thread' ? 'first of a thread' : kind,
      question,
      broken,
    });
    const parts = messages.flatMap(({ components }) => components.flatMap((row) => row.components));
    controls = parts.flatMap((one): Control[] => {
      if (!('custom_id' in one)) return [];
      return [
        { customId: one.custom_id, values: 'options' in one ? one.options.map(({ value }) => value) : [] },
      ];
    });
  }
  return asked;
}
