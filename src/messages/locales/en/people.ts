/** Commands for citing papers, and about a person's own data. */
export const peopleCommandsEn = {
  cite: {
    name: 'cite',
    description: 'Cite a paper as BibTeX, RIS or Markdown; only you see it',
    options: {
      paper: { name: 'paper', description: 'arXiv ID, link or words from the title' },
      format: {
        name: 'format',
        description: 'Which format (default: BibTeX)',
        choices: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
      },
    },
  },
  saved: {
    name: 'saved',
    description: 'The papers you saved: search, remove or export them; only you see it',
    options: {
      query: { name: 'query', description: 'Only saved papers about this' },
      format: {
        name: 'format',
        description: 'Export them as a file',
        choices: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
      },
      page: { name: 'page', description: 'Page number' },
    },
  },
  privacy: {
    name: 'privacy',
    description: 'What I store about you: see, export or delete it; only you see it',
    options: {},
  },
} as const;

/** Citing papers. */
export const citeEn = {
  button: 'Cite',
  formats: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
  file_one: '{{count, number}} paper as {{format}}.',
  file_other: '{{count, number}} papers as {{format}}.',
  unknownOrder: '-# The author order of this paper is unknown, so the entry leaves the authors out.',
  unknownOrders_one:
    '-# {{count, number}} of {{total, number}} entries leaves the authors out, because their order is unknown.',
  unknownOrders_other:
    '-# {{count, number}} of {{total, number}} entries leave the authors out, because their order is unknown.',
} as const;

/** A person's list of papers. */
export const savedEn = {
  title: 'Saved papers',
  save: 'Save',
  remove: 'Remove',
  open: 'My saved papers',
  added: '🔖 Saved: {{title}}',
  removed: 'Removed from your saved papers: {{title}}',
  onList_one: 'You have {{count, number}} saved paper.',
  onList_other: 'You have {{count, number}} saved papers.',
  found: '{{count, number}} of {{total, number}} saved papers, about “{{query}}”',
  empty: 'Nothing left here.',
  removeOne: 'Remove a paper…',
  export: '{{format}} file',
} as const;

/** What is stored of a person. */
export const privacyEn = {
  title: 'What I store about you',
  nothing: 'Nothing.',
  note: 'I never store messages, names, or who asked what.',
  saved_one: '{{count, number}} saved paper: **/saved**',
  saved_other: '{{count, number}} saved papers: **/saved**',
  follows_one: '{{count, number}} thing that you follow, sent at {{time}} ({{zone}}): **/following**',
  follows_other: '{{count, number}} things that you follow, sent at {{time}} ({{zone}}): **/following**',
  setUp_one:
    'Your user ID with the digest of {{count, number}} channel that you set up (deleting removes the ID; the digest stays)',
  setUp_other:
    'Your user ID with the digests of {{count, number}} channels that you set up (deleting removes the ID; the digests stay)',
  confirm: '**Delete all of this?** It can’t be undone.',
  erased: '**Deleted.** I no longer store anything about you.',
  exported: 'Everything I store about you:',
  buttons: { export: 'Export as a file', erase: 'Delete…', sure: 'Delete everything', keep: 'Keep it' },
} as const;
