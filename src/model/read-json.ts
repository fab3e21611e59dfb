/**
 * The JSON object that a model wrote, also where it put a fence around it, words before it, or thought aloud first.
 *
 * @returns undefined where there is none
 */
export function readJson(text: string): unknown {
  const said = text.slice(text.lastIndexOf('</think>') + 1);
  const from = said.indexOf('{');
  const to = said.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
