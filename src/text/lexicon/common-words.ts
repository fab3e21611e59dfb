import { dataTable, dataWords } from '../data.ts';

/** Words that half of all papers use in some form, so two texts share them by chance. */
export const FREQUENT = dataWords(new URL('./words/frequent-words.txt', import.meta.url));

/** Words of titles that carry no subject. */
export const EMPTY = dataWords(new URL('./words/title-stop-words.txt', import.meta.url));

/** Words of abstracts that carry no subject. */
export const PROSE = dataWords(new URL('./words/abstract-stop-words.txt', import.meta.url));

/** Korean forms of the field's terms, by the beginning of the English word. */
export const KOREAN = dataTable(new URL('./words/korean-terms.txt', import.meta.url));

/** Stock subjects of invented summaries, one pattern each, matched against text in lower case. */
export const STOCK: readonly RegExp[] = [
  /transformer|트랜스포머/,
  /\bnlp\b|자연어 처리|natural language processing/,
  /\bcnns?\b|convolutional neural|합성곱 신경망|컨볼루/,
  /\bgans?\b|generative adversarial|적대적 신경망|적대적 생성|생성적 적대/,
  /\bbert\b/,
  /\bgpt-3\b/,
  /강화 ?학습|reinforcement learning/,
  /이미지 분류|image classification|객체 감지|객체 검출|객체 인식|object detection/,
  /arxiv|아카이브/,
  /새로운 (?:인공지능|ai|딥러닝|머신러닝|머신 러닝|기계 학습|신경망|알고리즘|학습 알고리즘|모델을 제안)/,
  /\blstm\b|\brnns?\b|recurrent neural/,
  /데이터 증강|data augmentation/,
  /자율 주행|의료 영상/,
  /attention mechanism|어텐션 메커니즘|주의 메커니즘/,
];
