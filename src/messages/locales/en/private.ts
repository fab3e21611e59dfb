/** The option of every command whose answer others see. */
export const privateEn = { name: 'private', description: 'Show the answer only to me' } as const;
