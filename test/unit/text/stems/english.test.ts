import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../../src/text/stems/english.ts';

describe('the stem of an English word', () => {
  it.each([
    ['prune', 'pruned', 'pruning'],
    ['quantize', 'quantized', 'quantization', 'quantizing'],
    ['generate', 'generation', 'generative', 'generators'],
    ['align', 'aligned', 'alignment', 'alignments'],
    ['distill', 'distilling', 'distillation'],
    ['annotate', 'annotators', 'annotations'],
  ])('%s has that of its other forms', (word, ...others) => {
    expect(stemOf(word)).not.toBeNull();
    for (const other of others) expect(stemOf(other)).toBe(stemOf(word));
  });

  it.each(['gpt4', 'data', 'ing', '음성', 'σ', '', 'gpt-4'])('is none for %j', (word) => {
    expect(stemOf(word)).toBeNull();
  });

  it('is never shorter than four letters', () => {
    for (const word of ['based', 'sizes', 'timely', 'usable', 'ionization']) {
      expect(stemOf(word)?.length ?? 4).toBeGreaterThanOrEqual(4);
    }
  });
});
