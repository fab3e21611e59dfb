/** What Korean puts behind a name; longest first. */
const PARTICLE = /(?:이라는|라는|에서는|에서|이랑|하고|보다|께서|은|는|이|가|을|를|의|와|과|랑|도|로|으로)$/u;

/**
 * What a name or title that was cut out of a question may be: as it stands, without quotes and the words that lead to
 * it, and without the particle behind it (a title may end with what looks like one).
 */
export function readings(text: string): readonly string[] {
  const plain = text
    .trim()
    .replace(/^["“”'‘’«「『]+|["“”'’»」』,:;]+$/gu, '')
    .replace(/['’]s?$/u, '')
    .trim();
  const behindQuote = plain.replace(/["”’»」』]\p{L}{1,3}$/u, '');
  const bare = behindQuote.replace(PARTICLE, '').trim();
  return [...new Set([behindQuote, bare, bare.replace(PARTICLE, '').trim()])].filter((one) => one !== '');
}
