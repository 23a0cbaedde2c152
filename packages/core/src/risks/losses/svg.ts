// The curve as an SVG file of its own: the same lines and words as on the screen, for a report or a slide.
import { amountText } from '../../kernel/index.ts';
import type { LossAnswer } from './answer.ts';
import { curvePicture, type CurvePicture } from './picture.ts';

/** Colours as SVG programs read them: `#rrggbb`. */
export interface CurvePalette {
  readonly paper: string;
  readonly rule: string;
  readonly ink: string;
  readonly soft: string;
  readonly fail: string;
}

export interface CurveFile {
  readonly title: string;
  readonly sentence: string;
  readonly currency: string;
  readonly answer: LossAnswer;
  readonly palette: CurvePalette;
}

const [WIDTH, HEIGHT, MARGIN, HEAD, FOOT] = [960, 420, 24, 72, 64];

/** A whole SVG document. */
export function curveSvg({ title, sentence, currency, answer, palette }: CurveFile): string {
  const picture = curvePicture(answer, { width: WIDTH - 2 * MARGIN, height: HEIGHT });
  const height = HEAD + HEIGHT + FOOT;
  const note = `Loss of a year in ${currency} or more, in which share of years; ${amountText(answer.years)} simulated years, seed ${answer.seed}; grey: 90 % band.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="IBM Plex Sans, Helvetica, Arial, sans-serif" font-size="12" fill="${palette.ink}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(sentence)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${palette.paper}"/>`,
    `<text x="${MARGIN}" y="32" font-size="18" font-weight="600">${escaped(title)}</text>`,
    ...linesOf(sentence).map(
      (line, i) => `<text x="${MARGIN}" y="${52 + i * 15}" fill="${palette.soft}">${escaped(line)}</text>`,
    ),
    picture ? `<g transform="translate(${MARGIN} ${HEAD})">${drawn(picture, palette)}</g>` : '',
    legend(palette, HEAD + HEIGHT + 22, answer),
    `<text x="${MARGIN}" y="${HEAD + HEIGHT + 48}" fill="${palette.soft}">${escaped(note)}</text>`,
    '</svg>\n',
  ].join('\n');
}

function drawn(picture: CurvePicture, palette: CurvePalette): string {
  const { plot } = picture;
  const line = (d: string, style: string): string =>
    d === '' ? '' : `<path d="${d}" fill="none" ${style}/>`;
  return [
    `<clipPath id="plot"><rect x="${plot.left}" y="${plot.top}" width="${plot.right - plot.left}" height="${plot.bottom - plot.top}"/></clipPath>`,
    ...picture.shares.map(
      ({ at, label }) =>
        `<path d="M${plot.left} ${at}H${plot.right}" stroke="${palette.rule}"/><text x="${plot.left - 8}" y="${at + 4}" text-anchor="end" fill="${palette.soft}">${label}</text>`,
    ),
    ...picture.losses.map(
      ({ at, label }) =>
        `<path d="M${at} ${plot.top}V${plot.bottom}" stroke="${palette.rule}"/><text x="${at}" y="${plot.bottom + 18}" text-anchor="middle" fill="${palette.soft}">${label}</text>`,
    ),
    '<g clip-path="url(#plot)">',
    `<path d="${picture.inherent.band}" fill="${palette.soft}" fill-opacity="0.2"/>`,
    `<path d="${picture.residual.band}" fill="${palette.ink}" fill-opacity="0.2"/>`,
    line(picture.inherent.line, `stroke="${palette.soft}" stroke-width="1.5" stroke-dasharray="6 4"`),
    line(picture.tolerated, `stroke="${palette.ink}" stroke-width="1.5" stroke-dasharray="1.5 3.5"`),
    line(picture.residual.line, `stroke="${palette.ink}" stroke-width="2"`),
    ...picture.beyond.map((d) => line(d, `stroke="${palette.fail}" stroke-width="5" stroke-opacity="0.75"`)),
    '</g>',
    ...picture.marks.map(
      ({ x, y }) =>
        `<path d="M${x - 5} ${y}L${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}Z" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="1.5"/>`,
    ),
  ].join('');
}

function legend(palette: CurvePalette, y: number, { tolerance, portfolio }: LossAnswer): string {
  const entries: readonly (readonly [string, string])[] = [
    ['before treatment', `stroke="${palette.soft}" stroke-width="1.5" stroke-dasharray="6 4"`],
    ...(portfolio.value ? [['after treatment', `stroke="${palette.ink}" stroke-width="2"`] as const] : []),
    ...(tolerance
      ? [
          ['tolerated', `stroke="${palette.ink}" stroke-width="1.5" stroke-dasharray="1.5 3.5"`] as const,
          [
            'beyond what is tolerated',
            `stroke="${palette.fail}" stroke-width="5" stroke-opacity="0.75"`,
          ] as const,
        ]
      : []),
  ];
  return entries
    .map(
      ([word, style], i) =>
        `<path d="M${MARGIN + i * 190} ${y - 4}h28" fill="none" ${style}/><text x="${MARGIN + 36 + i * 190}" y="${y}">${word}</text>`,
    )
    .join('');
}

/** A sentence on two lines at most, broken at a semicolon where it is long. */
function linesOf(sentence: string): readonly string[] {
  const half = sentence.indexOf('; ');
  return sentence.length < 140 || half < 0
    ? [sentence]
    : [sentence.slice(0, half + 1), sentence.slice(half + 2)];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
