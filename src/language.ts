/** The languages of the bot: every text a person sees exists in both. */
const LANGUAGES = ['en', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];
