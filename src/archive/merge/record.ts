import type { DatedListing, Details, PaperRecord } from '../paper.ts';
import { instantOf } from './merge.ts';

/**
 * What is told of a paper by the newest listing with details and by the source that was asked for it by id: the later of
 * the two, completed by what only the other one tells.
 */
export function detailsOf(listings: readonly DatedListing[], record: PaperRecord | null): Details | null {
  const listed = listings.find(({ details }) => details !== undefined);
  const [told, read] = [listed?.details, record?.listing.details];
  if (told === undefined || read === undefined) return told ?? read ?? null;
  return isLater(record, listed) ? completed(read, told) : completed(told, read);
}

/** Whether the authors are those of the record: no listing names them in order, or only one that is older. */
export function namesAuthors(record: PaperRecord | null, ordered: DatedListing | undefined): boolean {
  if (record === null) return false;
  const { authors, details } = record.listing;
  const isNaming = authors.names.length > 0 || (details?.hiddenAuthors ?? 0) > 0;
  return isNaming && (ordered === undefined || isLater(record, ordered));
}

function isLater(record: PaperRecord | null, listing: DatedListing | undefined): boolean {
  return record !== null && listing !== undefined && record.at > instantOf(listing.votesAsOf);
}

function completed(details: Details, by: Details): Details {
  return {
    ...by,
    ...details,
    abstract: details.abstract ?? by.abstract,
    keywords: details.keywords.length > 0 ? details.keywords : by.keywords,
    aiSummary: details.aiSummary ?? by.aiSummary,
    organization: details.organization ?? by.organization,
    code: details.code ?? by.code,
    project: details.project ?? by.project,
  };
}
