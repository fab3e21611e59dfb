import type { Config } from '../config.ts';
import { HuggingFace } from './huggingface/client.ts';
import type { Source } from './source.ts';

export function openSources({ huggingfaceUrl }: Config): readonly Source[] {
  return huggingfaceUrl === null ? [] : [new HuggingFace(huggingfaceUrl)];
}
