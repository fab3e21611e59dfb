import { editDistance } from '../../text/distance.ts';
import { squash } from '../../text/tokens.ts';
import type { Paper } from '../paper.ts';

/** Names in a title: `VisionZip: …`, `Qwen2.5-VL Technical Report`, both in `Molmo and PixMo: …`. */
export function namesInTitle(title: string): readonly string[] {
  const [, head] = /^([^:]+):(?=\s|\p{Lu})/u.exec(title) ?? [];
  const [, reported] = /^(.+?)\s+Technical Report\b/i.exec(head ?? title) ?? [];
  const [, front] = /^(\p{L}[^\s,]*[\d\p{Lu}][^\s,]*)(?:,| --?| [–—])\s/u.exec(title) ?? [];
  const [, one, other] = /^(\S+) (?:and|&) (\S+)$/.exec(head ?? '') ?? [];
  // A report's thing without its maker: `Keye-VL-2.0` of Kwai.
  const [, made] = /^\p{Lu}\p{Ll}+ (\p{L}[^\s]*[\d\p{Lu}][^\s]{2,}(?: [\d.]+)?)$/u.exec(reported ?? '') ?? [];
  return [head, reported, made, front, one, other].filter((name) => name !== undefined);
}

/** Whether letters are a title or a name in it, with at most `most` typos; digits must be equal. */
export function isMistypedTitle({ listings }: Paper, wanted: string, most: number): boolean {
  return listings.some(({ title }) =>
    [title, ...namesInTitle(title)]
      .map(squash)
      .some(
        (letters) =>
          letters.replace(/\D/g, '') === wanted.replace(/\D/g, '') &&
          editDistance(letters, wanted, most) <= most,
      ),
  );
}
