import { createHash } from 'node:crypto';
import type { Paper } from '../archive/paper.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { GLOSSARY_VERSION } from '../text/lexicon/glossary.ts';
import { terms, words } from '../text/tokens.ts';
import { textsOf } from './document.ts';
import { impactsOf } from './index/bm25.ts';

/** Indexed to detect changed rules of tokens, stems, meanings or weights. */
const SAMPLE =
  'Multi-modal GPT-4V models’ studies of Łukasz, pruning 3D scenes; 음성합성을 위한 확산 모델의 학습률과 표를 분석하였습니다. ' +
  '이미지에서 생성하려고, 한국어로는 언어모델이 가능해진다: self-supervised learning was analyzed in U-Nets (α=0.5).';

const version = hashOf([GLOSSARY_VERSION, rulesOf(SAMPLE)]);

/** Changes with the searched texts of a paper, and with the rules by which they are indexed. */
export function textHash(paper: Paper): number {
  return hashOf([String(version), JSON.stringify(textsOf(paper))]);
}

function rulesOf(text: string): string {
  const all = terms(text);
  const meaning = sensesIn(words(text));
  const written = { title: all, name: all, authors: all, summary: all, abstract: all };
  return JSON.stringify([...impactsOf({ id: '', ...written, meaning, gist: meaning })]);
}

/** 48 bits, which a number represents exactly. */
function hashOf(texts: readonly string[]): number {
  const hash = createHash('sha1');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest().readUIntBE(0, 6);
}
