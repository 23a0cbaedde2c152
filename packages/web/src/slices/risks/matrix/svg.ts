// The matrix as one SVG file: the same layout as on the page, with its title and sentence, in the colours of paper. Pure.
import type { StripPalette } from '@assay/core';
import { headOf, shadeOf, type Arrow, type MatrixPicture } from './layout.ts';

const [MARGIN, HEAD] = [24, 64];
const MONO = 'font-family="IBM Plex Mono, monospace"';

type Palette = Pick<StripPalette, 'paper' | 'rule' | 'ink' | 'soft'>;

export function matrixSvg(
  picture: MatrixPicture,
  of: {
    readonly title: string;
    readonly sentence: string;
    readonly kind: Arrow['kind'] | 'none';
    readonly palette: Palette;
  },
): string {
  const { palette } = of;
  const [width, height] = [picture.width + 2 * MARGIN, picture.height + HEAD + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="IBM Plex Sans, sans-serif" font-size="12">`,
    `<title>${escaped(of.title)}</title><desc>${escaped(of.sentence)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    text({ x: MARGIN, y: 38 }, of.title, `fill="${palette.ink}" font-size="20" font-weight="600"`),
    text({ x: MARGIN, y: 60 }, of.sentence, `fill="${palette.soft}"`),
    `<g transform="translate(${MARGIN} ${HEAD + MARGIN})">`,
    ...cellsSvg(picture, palette),
    ...axesSvg(picture, palette),
    ...picture.arrows.filter(({ kind }) => kind === of.kind).map((arrow) => arrowSvg(arrow, palette)),
    ...picture.chips.map(
      ({ risk, x, y, width: wide, height: high }) =>
        `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="2" fill="${palette.paper}" stroke="${palette.ink}"/>` +
        text({ x: x + wide / 2, y: y + 14 }, risk, `fill="${palette.ink}" text-anchor="middle" ${MONO}`),
    ),
    '</g></svg>',
  ].join('\n');
}

function cellsSvg({ cells, levels, limit, narrow }: MatrixPicture, palette: Palette): readonly string[] {
  return [
    ...cells.flatMap(({ x, y, width, height, level, name, risks }) => [
      `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" fill="${palette.ink}" fill-opacity="${shadeOf(level, levels)}" stroke="${palette.rule}"/>`,
      narrow ? '' : text({ x: x + 7, y: y + 14 }, name, `fill="${palette.soft}"`),
      risks.length === 0
        ? ''
        : text({ x: x + width - 7, y: y + 14 }, `${risks.length}`, `fill="${palette.ink}" text-anchor="end"`),
    ]),
    ...limit.map(
      ({ from, to }) =>
        `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${palette.ink}" stroke-width="2.5"/>`,
    ),
  ];
}

function axesSvg(
  { cells, rows, columns, narrow, height }: MatrixPicture,
  palette: Palette,
): readonly string[] {
  const left = cells[0]?.x ?? 0;
  const [end, middle] = ['end', 'middle'].map((anchor) => `fill="${palette.soft}" text-anchor="${anchor}"`);
  return [
    ...rows.map(({ step, name, y }) =>
      text({ x: left - 8, y: y + 4 }, narrow ? `${step}` : `${name} ${step}`, end),
    ),
    ...columns.map(({ step, name, x }) =>
      text({ x, y: height - 20 }, narrow ? `${step}` : `${step} ${name}`, middle),
    ),
    text({ x: left, y: height - 2 }, 'likelihood up, impact across', `fill="${palette.soft}"`),
  ];
}

function arrowSvg(arrow: Arrow, palette: Palette): string {
  const { from, to, kind } = arrow;
  const dashes = kind === 'aim' ? ' stroke-dasharray="4 3"' : '';
  return `<g stroke="${palette.soft}" fill="${palette.soft}"><line x1="${from.x}" y1="${from.y}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}"${dashes}/><polygon points="${headOf(arrow)}"/></g>`;
}

function text(at: { readonly x: number; readonly y: number }, said: string, more = ''): string {
  return `<text x="${at.x}" y="${at.y}" ${more}>${escaped(said)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
