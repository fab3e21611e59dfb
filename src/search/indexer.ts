import type { Paper, PaperId } from '../archive/paper.ts';
import { once } from '../recent.ts';
import type { Pause } from '../sliced.ts';
import { hashOfAll } from '../text/hash.ts';
import { lexiconVersion, sensesIn } from '../text/lexicon/concepts.ts';
import { terms, words } from '../text/tokens.ts';
import { documentOf, textsOf } from './document.ts';
import { impactsOf } from './index/bm25.ts';
import type { SearchIndex } from './index/search-index.ts';

/** Papers per slice where only hashes are compared, about 10 ms of work; to index one takes as long as this many. */
const SLICE = 60;
const INDEXING = 10;
/** Most papers held in memory before they are written to the file. */
const UNWRITTEN_MAX = 500;

/** Keeps the index in step with the archive: missing papers first, then those whose texts or indexing rules changed. */
export class Indexer {
  readonly papers = new Map<PaperId, Paper>();
  readonly #missing = new Set<PaperId>();
  readonly #index: SearchIndex;
  readonly #pause: Pause | null;
  readonly #first: Promise<unknown>;
  readonly #ready = Promise.withResolvers<void>();
  /** Resolves when the newest texts of all papers are in the file. */
  current: Promise<void> = Promise.resolve();
  #isWorking = false;
  /** Whether all papers have to be compared with the index. */
  #isAsked = false;
  #isClosed = false;

  /** @param pause awaited between slices; null indexes all at once @param first papers in the index are compared after it */
  constructor(papers: Iterable<Paper>, index: SearchIndex, pause: Pause | null, first: Promise<unknown>) {
    this.#index = index;
    this.#pause = pause;
    this.#first = first.catch(() => undefined);
    for (const paper of papers) this.papers.set(paper.id, paper);
    index.onLoss = () => this.#lookThrough();
    this.#ready.promise.catch(() => undefined);
    this.#lookThrough();
  }

  /** Whether every paper is in the index, even if some with outdated texts. */
  get isReady(): boolean {
    return this.#missing.size === 0;
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  put(paper: Paper): void {
    this.papers.set(paper.id, paper);
    if (this.#take(paper)) this.#start();
  }

  remove(id: PaperId): void {
    this.papers.delete(id);
    this.#missing.delete(id);
    this.#index.remove(id);
    this.#start();
  }

  close(): void {
    this.#isClosed = true;
    this.#index.close();
  }

  #lookThrough(): void {
    for (const id of this.papers.keys()) if (this.#index.hashOf(id) === undefined) this.#missing.add(id);
    if (this.isReady) this.#ready.resolve();
    this.#isAsked = true;
    this.#start();
  }

  #start(): void {
    if (this.#isWorking || this.#isClosed) return;
    this.#isWorking = true;
    if (this.#pause !== null) {
      this.current = this.#workBetween(this.#pause);
      this.current.catch((error) => this.#ready.reject(error));
      return;
    }
    for (const _ of this.#work());
    this.#isWorking = false;
  }

  async #workBetween(pause: Pause): Promise<void> {
    try {
      for (const waiting of this.#work()) {
        await waiting;
        await pause();
        if (this.#isClosed) return this.#ready.resolve();
      }
    } finally {
      this.#isWorking = false;
    }
  }

  *#work(): Generator<unknown> {
    // Lets the constructor's caller go on before the first paper is indexed.
    yield;
    do {
      if (this.#isAsked) {
        this.#isAsked = false;
        yield* this.#takeAll(this.#missing);
        this.#ready.resolve();
        yield this.#first;
        yield* this.#takeAll([...this.papers.keys()]);
        for (const id of [...this.#index.ids()]) if (!this.papers.has(id)) this.#index.remove(id);
      }
      if (!(yield* this.#index.write())) return;
    } while (this.#isAsked || this.#index.unwritten > 0);
  }

  /** Compares papers with the index and indexes those that are new or changed. */
  *#takeAll(ids: Iterable<PaperId>): Generator<void> {
    let work = 0;
    for (const id of ids) {
      const paper = this.papers.get(id);
      work += paper !== undefined && this.#take(paper) ? INDEXING : 1;
      if (work >= SLICE) {
        work = 0;
        yield;
      }
      if (this.#index.unwritten >= UNWRITTEN_MAX) yield* this.#index.write();
    }
  }

  /** @returns false if the index already has the paper with these texts */
  #take(paper: Paper): boolean {
    const hash = textHash(paper);
    const isNew = this.#index.hashOf(paper.id) !== hash;
    if (isNew) this.#index.put(documentOf(paper), hash);
    this.#missing.delete(paper.id);
    return isNew;
  }
}

/** Indexed to detect changed rules of tokens, stems, meanings or weights. */
const SAMPLE =
  'Multi-modal Text2SQL GPT-4V models’ studies of Łukasz, pruning 3D scenes; 음성합성을 위한 확산 모델의 학습률과 표를 분석하였습니다. ' +
  '이미지에서 생성하려고, 한국어로는 언어모델이 가능해진다: self-supervised learning was analyzed in U-Nets (α=0.5).';

const version = once(() => hashOfAll([lexiconVersion(), rulesOf(SAMPLE)]));

/** Changes with the searched texts of a paper, and with the rules by which they are indexed. */
function textHash(paper: Paper): number {
  return hashOfAll([String(version()), JSON.stringify(textsOf(paper))]);
}

function rulesOf(text: string): string {
  const all = terms(text);
  const meaning = sensesIn(words(text));
  const written = { title: all, name: all, authors: all, summary: all, abstract: all };
  return JSON.stringify([...impactsOf({ id: '', ...written, meaning, gist: meaning })]);
}
