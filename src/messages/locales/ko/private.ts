/** The option of every command with a public answer, in Korean. */
export const privateKo = { name: '나만보기', description: '답을 나에게만 보여줘요' } as const;
