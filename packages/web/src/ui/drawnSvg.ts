// A drawing of the page as an SVG file of its own: every style that the page gives it is written into it, in the colours
// of the light theme, with its title and sentence above.
import { inLight, paintBox } from './inLight.ts';

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  // The halo of a text would cover its letters if it were painted over them.
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const COLOURS: ReadonlySet<string> = new Set(['fill', 'stroke']);
const SVG = 'http://www.w3.org/2000/svg';
const [MARGIN, HEAD, LINE, LETTER] = [24, 48, 17, 6.2];

interface Words {
  readonly title: string;
  readonly sentence: string;
}

export function drawnSvg(drawing: SVGSVGElement, { title, sentence }: Words, paper: string): string {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  inLight(() => dress(drawing, copy, paintBox()));
  for (const each of copy.querySelectorAll('[data-screen]')) each.remove();
  const { width, height } = drawing.getBoundingClientRect();
  const lines = wrapped(sentence, (width - LINE) / LETTER);
  const head = HEAD + lines.length * LINE;
  const words = [
    element('text', { x: MARGIN, y: 32, 'font-size': 18, 'font-weight': 600 }, title),
    ...lines.map((line, i) => element('text', { x: MARGIN, y: HEAD + 8 + i * LINE, 'font-size': 12 }, line)),
  ];
  const whole = element('svg', {
    xmlns: SVG,
    width: Math.round(width + 2 * MARGIN),
    height: Math.round(height + head + MARGIN),
    'font-family': 'IBM Plex Sans, Helvetica, Arial, sans-serif',
  });
  const inner = element('g', { transform: `translate(${MARGIN} ${head})` });
  inner.append(...copy.childNodes);
  whole.append(element('rect', { width: '100%', height: '100%', fill: paper }), ...words, inner);
  return `${new XMLSerializer().serializeToString(whole)}\n`;
}

function dress(from: Element, to: Element, hex: (colour: string) => string): void {
  const seen = getComputedStyle(from);
  for (const style of STYLES) {
    const value = seen.getPropertyValue(style);
    if (value === '') continue;
    to.setAttribute(style, COLOURS.has(style) && value !== 'none' ? hex(value) : value);
  }
  to.removeAttribute('class');
  to.removeAttribute('tabindex');
  for (const [i, child] of [...from.children].entries()) {
    const other = to.children[i];
    if (other) dress(child, other, hex);
  }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
