// What a file needs of the page's colours: they are those of the light theme, as `#rrggbb`, since SVG programs read no OKLCH.

/** Files are read on paper: whatever the page looks like, they are in the colours of the light theme. */
export function inLight<T>(act: () => T): T {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  try {
    return act();
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}

/** Reads colours: the browser paints one pixel of each. What is transparent is `none`. */
export function paintBox(): (colour: string) => string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, string>();
  return (colour) => {
    const held = known.get(colour);
    if (held !== undefined || !context) return held ?? '#000000';
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    const hex = a === 0 ? 'none' : `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    known.set(colour, hex);
    return hex;
  };
}
