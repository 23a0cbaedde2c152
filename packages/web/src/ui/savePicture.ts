// A picture as a file: SVG from its layout, PNG rasterised from that SVG in the browser.
import { tell } from '../data/toasts.ts';

/** Colours as SVG programs read them: `#rrggbb`. */
type Palette = Readonly<
  Record<'paper' | 'rule' | 'ink' | 'soft' | 'pass' | 'late' | 'fail' | 'none', string>
>;
/** A whole SVG document in the colours that it is given. */
type Draw = (palette: Palette) => string;

/** Pixels for each unit of the SVG: sharp on paper. */
const DENSITY = 2;

export function saveSvg(name: string, draw: Draw): void {
  save(`${name}.svg`, new Blob([draw(palette())], { type: 'image/svg+xml' }));
}

export async function savePng(name: string, draw: Draw): Promise<void> {
  try {
    const image = new Image();
    // The content policy lets a page show data of its own, but no blob.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(draw(palette()))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * DENSITY;
    canvas.height = image.naturalHeight * DENSITY;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) save(`${name}.png`, blob);
    else tell('The picture is too large for a PNG; save it as SVG.');
  } catch {
    tell('This browser cannot draw the picture; save it as SVG.');
  }
}

/** Files are read on paper: always in the colours of the light theme. */
function palette(): Palette {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  try {
    return {
      paper: hex('paper'),
      rule: hex('rule'),
      ink: hex('ink'),
      soft: hex('soft'),
      pass: hex('pass'),
      late: hex('late'),
      fail: hex('fail'),
      none: hex('none'),
    };
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}

/** A token as `#rrggbb`: SVG programs do not read OKLCH, so the browser paints one pixel of it. */
function hex(token: string): string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return '#000000';
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${token}`);
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
