/** Where a text may part into two names or titles. Titles hold such words too, so every way is kept. */
const BETWEEN =
  /\s*(?:,\s*(?:and|or|vs\.?)?(?=\s)|\s(?:and|or|vs\.?|versus|than|with|to|대|&|\+)(?=\s)|(?<=[\p{L}\p{N}\p{P}\p{Co}])(?:이랑|하고|보다|이나|과|와|랑|나|이|가|은|는|및)(?=\s)|\/|\n)\s*/giu;

/** Words between the two that belong to neither: `VisionZip get more votes than Aguvis`. */
const VERBS =
  /\s+(?:get|gets|got|have|has|had|receive[sd]?|is|was|are|were|더|표를?|많이|많은)?\s*(?:more|fewer|less|higher|better|most)?\s*(?:up)?(?:votes?|popular|voted|likes|points)?\s+(?:than|compared (?:to|with)|or)\s+/giu;

/** Every way to part a text in two, both parts without particles around them. */
export function pairsIn(text: string): readonly (readonly [string, string])[] {
  const ways: [string, string][] = [];
  for (const pattern of [VERBS, BETWEEN]) {
    for (const match of text.matchAll(pattern)) {
      const first = text.slice(0, match.index).trim();
      const second = text.slice(match.index + match[0].length).trim();
      if (first !== '' && second !== '') ways.push([first, second]);
    }
  }
  return ways;
}
