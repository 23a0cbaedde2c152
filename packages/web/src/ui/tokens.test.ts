// Every pair of tokens in use is legible in both themes (WCAG 2.2: 4.5 for text, 3 for what is drawn), and the
// states stay apart for the three colour-vision deficiencies: by lightness or by shape, never by hue alone.
import { describe, expect, test } from 'vitest';
import { stateOf } from './marks.tsx';
import css from './tokens.css?raw';

const THEMES = {
  light: themeOf(':root {'),
  dark: { ...themeOf(':root {'), ...themeOf("[data-theme='dark']") },
};

const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'faint', 'iso', 'soc2'].flatMap((token): [string, string][] => [
    [token, 'paper'],
    [token, 'raised'],
  ]),
  ['ink', 'wash'],
  ['soft', 'wash'],
  ['paper', 'ink'],
];
const DRAWN = ['pass', 'late', 'fail', 'none', 'iso', 'soc2', 'ink'] as const;

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const tokens = THEMES[theme];

  test.each(TEXT)('%s is read on %s', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(DRAWN)('%s is seen on paper', (token) => {
    expect(contrast(tokens, token, 'paper')).toBeGreaterThanOrEqual(3);
  });

  test.each(['protanopia', 'deuteranopia', 'tritanopia'] as const)('states stay apart under %s', (kind) => {
    const states = ['proved', 'stale', 'pending_review', 'outside_window', 'failing', 'unknown', 'undecided'];
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) {
        const [, shapeA, colourA] = stateOf(a);
        const [, shapeB, colourB] = stateOf(b);
        const apart = distance(seenBy(kind, rgbOf(tokens, colourA)), seenBy(kind, rgbOf(tokens, colourB)));
        expect(shapeA !== shapeB || apart > 0.1, `${a} and ${b}`).toBe(true);
      }
  });
});

type Rgb = readonly [number, number, number];
type Tokens = Readonly<Record<string, string>>;

function themeOf(start: string): Tokens {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (oklch\([^)]*\));/g)].map((m) => [m[1], m[2]]));
}

/** OKLCH to linear sRGB (Björn Ottosson's matrices). */
function rgbOf(tokens: Tokens, name: string): Rgb {
  const parts = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/.exec(tokens[name] ?? '');
  if (!parts) throw new Error(`no colour ${name}`);
  const [l, c, h] = [Number(parts[1]) / 100, Number(parts[2]), (Number(parts[3]) * Math.PI) / 180];
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const cube = (x: number): number => x ** 3;
  const [L, M, S] = [
    cube(l + 0.3963377774 * a + 0.2158037573 * b),
    cube(l - 0.1055613458 * a - 0.0638541728 * b),
    cube(l - 0.0894841775 * a - 1.291485548 * b),
  ];
  return [
    clamp(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S),
    clamp(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S),
    clamp(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S),
  ];
}

function clamp(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2. */
function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [luminance(rgbOf(tokens, front)), luminance(rgbOf(tokens, back))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, full severity, on linear sRGB. */
const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

function seenBy(kind: keyof typeof DEFICIENCIES, [r, g, b]: Rgb): Rgb {
  const row = ([x, y, z]: readonly [number, number, number]): number => clamp(x * r + y * g + z * b);
  const [first, second, third] = DEFICIENCIES[kind];
  return [row(first), row(second), row(third)];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
