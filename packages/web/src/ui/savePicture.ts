// A picture as a file: SVG from its layout, PNG rasterised from that SVG in the browser.
import { tell } from '../data/toasts.ts';
import { inLight, paintBox } from './inLight.ts';

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

function palette(): Palette {
  const hex = paintBox();
  return inLight(() => {
    const tokens = getComputedStyle(document.documentElement);
    const of = (token: keyof Palette): string => hex(tokens.getPropertyValue(`--${token}`));
    return {
      paper: of('paper'),
      rule: of('rule'),
      ink: of('ink'),
      soft: of('soft'),
      pass: of('pass'),
      late: of('late'),
      fail: of('fail'),
      none: of('none'),
    };
  });
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
