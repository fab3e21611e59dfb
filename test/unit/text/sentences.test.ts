import { expect, test } from 'vitest';
import { sentencesOf } from '../../../src/text/sentences.ts';

test.each([
  ['이 논문은 A를 제안합니다. B보다 2.5배 빠릅니다.', ['이 논문은 A를 제안합니다.', 'B보다 2.5배 빠릅니다.']],
  ['We propose it, e.g. for X. It works!', ['We propose it, e.g. for X.', 'It works!']],
  ['1. 첫째 단계입니다.\n2. 둘째 단계입니다.', ['첫째 단계입니다.', '둘째 단계입니다.']],
  ['Song et al. showed this. So do we.', ['Song et al. showed this.', 'So do we.']],
  [
    'It is by Christopher D. Manning. We use it for X. It works.',
    ['It is by Christopher D. Manning.', 'We use it for X.', 'It works.'],
  ],
  ['끝이 없는 문장', ['끝이 없는 문장']],
  ['이렇게 했습니다.그리고 나서 저렇게 했습니다.', ['이렇게 했습니다.', '그리고 나서 저렇게 했습니다.']],
  ['(이것은 괄호입니다.) 다음입니다.', ['(이것은 괄호입니다.)', '다음입니다.']],
  ['', []],
  [' … ', []],
])('%j has the sentences %j', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
