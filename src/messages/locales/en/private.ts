/** The option of every command with a public answer. */
export const privateEn = { name: 'private', description: 'Show the answer only to me' } as const;
