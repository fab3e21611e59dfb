import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { TrendLine, TrendTable } from '../counts.ts';

/** In the order of 🟦 🟧 🟩 🟪 🟨 in the message. */
const COLOURS = ['#6ea8fe', '#f5a04a', '#5fce8f', '#c08cf0', '#f2d95c'];
const BACKGROUND = '#1e1f22';
const GRID = '#3a3c42';
const TEXT = '#dcdee2';

/** Pixels before scaling; on a phone a picture is as wide as some 340 of these. */
const WIDTH = 480;
const PLOT_HEIGHT = 220;
const MARGIN = { left: 44, right: 22, top: 14, bottom: 30 };
const ROW = 22;
const NAME_MAX = 50;

/** Pixels between the numbers of two lines. */
const APART = 18;

/** Labels of months that fit side by side. */
const MONTHS_SHOWN = 6;
const GRID_LINES = 4;

/** The family name of the font that `worker.ts` loads. */
export const FONT = 'Do Hyeon';

/** Draws the share of papers that name each term by month, as SVG. The legend has the terms with their numbers. */
export function drawChart({ months, totals, lines }: TrendTable): string {
  const legend = lines.length * ROW + MARGIN.top;
  const height = legend + PLOT_HEIGHT + MARGIN.top + MARGIN.bottom;
  const top = legend + MARGIN.top;
  const shares = lines.map(({ counts }) =>
    counts.map((count, at) => (totals[at] ? (count / totals[at]) * 100 : null)),
  );
  const most = Math.max(1, ...shares.flat().map((share) => share ?? 0));
  const x = scalePoint(months, [MARGIN.left, WIDTH - MARGIN.right]).padding(0.2);
  const y = scaleLinear([0, most], [top + PLOT_HEIGHT, top]).nice(GRID_LINES);
  const path = line<number | null>()
    .defined((share) => share !== null)
    .x((_, at) => x(months[at] ?? '') ?? 0)
    .y((share) => y(share ?? 0));
  const every = Math.ceil(months.length / MONTHS_SHOWN);
  const parts = [
    `<rect width="${WIDTH}" height="${height}" fill="${BACKGROUND}"/>`,
    ...lines.map(legendOf),
    ...y
      .ticks(GRID_LINES)
      .flatMap((tick) => [
        `<path d="M${MARGIN.left} ${y(tick)}H${WIDTH - MARGIN.right}" stroke="${GRID}"/>`,
        text(MARGIN.left - 6, y(tick) + 4, `${tick}%`, 'end'),
      ]),
    ...months.flatMap((month, at) =>
      (months.length - 1 - at) % every === 0
        ? [text(x(month) ?? 0, height - 10, month.slice(2).replace('-', '/'), 'middle')]
        : [],
    ),
    ...shares.flatMap((share, at) => {
      const drawn = path(share);
      if (drawn === null) return [];
      return [
        `<path d="${drawn}" fill="none" stroke="${colourOf(at)}" stroke-width="2.5" stroke-linejoin="round"/>`,
        ...share.flatMap((one, month) =>
          one === null || (share[month - 1] ?? share[month + 1] ?? null) !== null
            ? []
            : [`<circle cx="${x(months[month] ?? '')}" cy="${y(one)}" r="3" fill="${colourOf(at)}"/>`],
        ),
      ];
    }),
    ...endsOf(shares, (month) => x(months[month] ?? '') ?? 0, y),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}" font-size="13">${parts.join('')}</svg>`;
}

/** The number of each line at its end, moved apart where several end at nearly the same height. */
function endsOf(
  shares: readonly (readonly (number | null)[])[],
  x: (month: number) => number,
  y: (share: number) => number,
): string[] {
  const ends = shares
    .map((share, at) => ({ at, month: share.findLastIndex((one) => one !== null), share }))
    .filter(({ month }) => month >= 0)
    .map(({ at, month, share }) => ({ at, x: x(month), y: y(share[month] ?? 0) }))
    .toSorted((a, b) => b.y - a.y || a.at - b.at);
  let below = Number.POSITIVE_INFINITY;
  return ends.map((end) => {
    below = Math.min(end.y, below - APART);
    return badge(end.x, below, end.at);
  });
}

function legendOf({ name }: TrendLine, at: number): string {
  const y = MARGIN.top + at * ROW + ROW / 2;
  return badge(MARGIN.left - 20, y, at) + text(MARGIN.left - 4, y + 5, shortened(name), 'start', 15);
}

/** A line's number in its colour: who sees no colours finds it by that. */
function badge(x: number, y: number, at: number): string {
  const circle = `<circle cx="${x}" cy="${y}" r="8" fill="${colourOf(at)}"/>`;
  const number = `<text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" fill="${BACKGROUND}">${at + 1}</text>`;
  return circle + number;
}

function colourOf(at: number): string {
  return COLOURS[at % COLOURS.length] ?? TEXT;
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= NAME_MAX ? name : `${letters.slice(0, NAME_MAX - 1).join('')}…`;
}

function text(x: number, y: number, shown: string, anchor: string, size = 13): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}" fill="${TEXT}">${escapeXml(shown)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(shown: string): string {
  return shown
    .toWellFormed()
    .replace(/\p{C}/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
