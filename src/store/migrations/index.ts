import type { Migration } from 'kysely/migration';
import { archive } from './001-archive.ts';
import { subscriptions } from './002-subscriptions.ts';
import { origins } from './003-origins.ts';
import { fetches } from './004-fetches.ts';
import { votesDay } from './005-votes-day.ts';
import { edits } from './006-edits.ts';
import { summaries } from './007-summaries.ts';
import { postStyle } from './008-post-style.ts';
import { fetchesOfSource } from './009-fetches-of-source.ts';
import { verdicts } from './010-verdicts.ts';
import { paperRecords } from './011-paper-records.ts';
import { editions } from './012-editions.ts';
import { savedPapers } from './013-saved-papers.ts';

/** In order of name. Add new ones at the end; never change what a released one does. */
export const migrations: Record<string, Migration> = {
  '001-archive': archive,
  '002-subscriptions': subscriptions,
  '003-origins': origins,
  '004-fetches': fetches,
  '005-votes-day': votesDay,
  '006-edits': edits,
  '007-summaries': summaries,
  '008-post-style': postStyle,
  '009-fetches-of-source': fetchesOfSource,
  '010-verdicts': verdicts,
  '011-paper-records': paperRecords,
  '012-editions': editions,
  '013-saved-papers': savedPapers,
};
