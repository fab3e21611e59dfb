/** Where the characters begin that stand for a date that was found; nobody types them. */
export const MARK = 0xe100;

/** One date that was found, in a pattern. */
export const MARKED = '[\\ue100-\\ue1ff]';
/** The same, to be read. */
export const ONE = `(${MARKED})`;

/** Two dates that are the ends of a period. */
export const RANGES: readonly RegExp[] = [
  `\\bbetween\\s+(?:the\\s+)?${ONE}\\s+and\\s+${ONE}`,
  `(?:\\bfrom\\s+)?${ONE}\\s*(?:to|until|till|through|thru|up to|\\.{2,3}|[-–—~∼〜]|부터|에서)\\s*${ONE}(?:\\s*(?:까지|사이)(?:에|의)?)?`,
  `${ONE}\\s*(?:과|와|및)\\s*${ONE}\\s*사이(?:에|의)?`,
].map((source) => new RegExp(source, 'iu'));

/** From a date to the end of the archive. */
export const OPEN_END = new RegExp(
  `\\b(?:since|after|from)\\s+${ONE}\\s+(?:on|onwards?)\\b|\\b(?:since|after)\\s+${ONE}|${ONE}\\s*(?:이후|이래|부터)(?:에|의|로)?|${ONE}\\s*(?:\\.\\.|~)(?=\\s|$)`,
  'iu',
);

/** From the beginning of the archive to a date. */
export const OPEN_START = new RegExp(
  `\\b(?:before|until|till|up to)\\s+${ONE}|${ONE}\\s*(?:이전|까지)(?:에|의)?|(?<=^|\\s)(?:\\.\\.|~)\\s*${ONE}`,
  'iu',
);

/** A date that is a period of its own, with the words that belong to it. */
export const ALONE = alone(ONE);

/** Matches one date, by its mark, with the words that belong to it. */
export function alone(mark: string): RegExp {
  return new RegExp(
    '(?:\\b(?:in|on|of|during|for|from|at|over|within)\\s+(?:(?:the\\s+)?(?:month|year|day)\\s+(?:of\\s+)?)?)?' +
      '(?:\\b(?:the\\s+)?(?:whole|entire|all)\\s+(?:of\\s+)?)?(?:\\bthe\\s+)?' +
      `${mark}(?:['’]s\\b|\\s?(?:에서는|에서|에는|동안의|동안|중에|한 해|한 달|들어서?|의|에|엔|자|간|중))?`,
    'iu',
  );
}
