import type { SummarySource } from '../../../src/summaries/summary.ts';

/** A made-up paper; its abstract has numbers of many kinds. */
export const ZIP: SummarySource = {
  id: '2412.00001',
  title: 'TokenZip: Dropping Redundant Visual Tokens in Vision Language Models',
  abstract:
    'Vision language models turn an image into hundreds of visual tokens, most of which are redundant. ' +
    'We introduce TokenZip, a training-free method that keeps only the informative visual tokens by the attention of the vision encoder. ' +
    'TokenZip selects dominant tokens and merges the remaining tokens by similarity, and works with LLaVA-1.5 and Qwen2-VL without fine-tuning. ' +
    'With 10% of the visual tokens it keeps 95.3% of the performance on 11 benchmarks and makes prefilling 8 times faster. ' +
    'It also reduces the memory of the KV cache by 2.5 GB, and a 13B model runs faster than a 7B model while being better.',
};

/** Another paper, of the same field. */
export const ROBOT: SummarySource = {
  id: '2412.00002',
  title: 'GraspNet-X: Imitation Learning for Dexterous Robot Hands',
  abstract:
    'Teaching robot hands to grasp unseen objects needs many demonstrations, which are expensive to collect. ' +
    'We present GraspNet-X, an imitation learning policy that transfers human hand videos to a robot hand with 24 joints. ' +
    'It retargets finger motion with a diffusion policy and corrects errors by tactile feedback. ' +
    'On 50 unseen objects it succeeds in 87% of the grasps, 20 points more than the best baseline.',
};

const quotes = ZIP.abstract.split(/(?<=\.) (?=[A-Z])/);

/** The sentences of the abstract of `ZIP`, by number from 0. */
export const quote = (...numbers: readonly number[]): string[] => numbers.map((at) => quotes[at] ?? '');

/** A draft as a good model writes it. */
export const GOOD = {
  en: {
    new: {
      text: 'TokenZip is a training-free method that keeps only the informative visual tokens of vision language models.',
      evidence: quote(1),
    },
    technical: {
      text: 'It selects dominant tokens by the attention of the vision encoder and merges the remaining tokens by similarity.',
      evidence: quote(1, 2),
    },
    performance: {
      text: 'With 10% of the visual tokens it keeps 95.3% of the performance and is 8x faster in prefilling.',
      evidence: quote(3),
    },
  },
  ko: {
    new: {
      text: 'TokenZip은 비전 언어 모델에서 정보가 많은 시각 토큰(visual tokens)만 남기는, 학습이 필요 없는 방법입니다.',
      evidence: quote(1),
    },
    technical: {
      text: '비전 인코더(vision encoder)의 어텐션(attention)으로 중요한 토큰을 고르고, 나머지 토큰은 유사도(similarity)에 따라 병합합니다.',
      evidence: quote(1, 2),
    },
    performance: {
      text: '시각 토큰(visual tokens)의 10%만으로 벤치마크 11개에서 성능의 95.3%를 유지하고, prefilling이 8배 빨라집니다.',
      evidence: quote(3),
    },
  },
} as const;
