/** Texts that nobody types by accident: what makes a careless reader go back over a run again and again. */

/** What a hostile text repeats, by the class of its characters. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
  spaces: [' ', '\t', '\n', '\u00a0', ' \n'],
  digits: ['1', '1 ', '1,', '1.', '2412.04467 ', '12/', '2024-', '1-', '3표 '],
  Hangul: ['가', '가 ', '논문', '저자 ', '십', '의', '이 '],
  Latin: ['a', 'A', 'a ', 'A b ', 'ab ', 'vs ', 'a-', 'a.', "a's ", 'discord'],
  mixed: ['a가1 ', '가a', '1가', 'Aa가 1.', '3편 a', 'é1 가-', 'x\u0301'],
  punctuation: [
    '.',
    ',',
    '-',
    '*',
    '#',
    '[',
    '(',
    '](',
    '![',
    '"',
    "'",
    '“',
    '/',
    '//',
    ':',
    '!',
    '\\',
    '<',
    '_',
    '`',
    '|',
    '~',
    '$',
    '{',
    '<video ',
    '> ',
    '- ',
    '; ',
    '’',
    '@',
  ],
  addresses: [
    'http://',
    'https://arxiv.org/',
    'arxiv:',
    'arxiv.org/abs/',
    'cs/',
    'a.b',
    'huggingface.co/papers/',
    '10.48550/',
    'www.',
    'abc.de/',
  ],
  'question words': [
    'who wrote ',
    'how many papers ',
    'did he write it ',
    'between 1 and 2 votes ',
    'what about ',
    'last week ',
    'and ',
    'or ',
    'most authors ',
    'in December ',
    'the second ',
    'at least 3 ',
    'papers by ',
    '누가 썼어 ',
    '가장 많은 ',
    '몇 편 ',
    '12월 ',
    '논문 찾아줘 ',
    '그리고 ',
    '보다 더 ',
    'by Wznlin Yaoba ',
    'Song Han, ',
    'VisionZip vs ',
    'qzxwvy ',
    '(speech) ',
    '어느 해에 제일 많이 ',
    '은는이가을를의와보다',
  ],
};

/** What stands around the run, so that it begins like something that is read and ends like nothing that is. */
const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['가', '가'],
  ['who wrote ', '\u0000'],
  ['did a', 'x'],
];

export const LENGTHS = [300, 2_000, 6_000];

/** All hostile texts of a length, by what they are called. */
export function* hostileTexts(length: number): Generator<readonly [name: string, text: string]> {
  for (const [kind, pieces] of Object.entries(REPEATED)) {
    for (const piece of pieces) {
      for (const [before, after] of AROUND) {
        const run = piece
          .repeat(Math.ceil(length / piece.length))
          .slice(0, length - before.length - after.length);
        yield [
          `${length} of ${kind}: ${JSON.stringify(before + piece)}…${JSON.stringify(after)}`,
          before + run + after,
        ];
      }
    }
  }
}
