import type { DatedListing, Details, PaperRecord } from '../paper.ts';
import { instantOf } from './merge.ts';

/**
 * A paper's details from its newest listing with details and from a request by id: the later of the two, completed by
 * fields that only the other one has.
 */
export function detailsOf(listings: readonly DatedListing[], record: PaperRecord | null): Details | null {
  const listed = listings.find(({ details }) => details !== undefined);
  const [told, read] = [listed?.details, record?.listing.details];
  if (told === undefined || read === undefined) return told ?? read ?? null;
  return isLater(record, listed) ? completed(read, told) : completed(told, read);
}

/** Whether the record's authors count: it has any, and no listing with ordered authors is newer. */
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
