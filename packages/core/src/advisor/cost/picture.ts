// Money spent over three years as a fan: it depends on the cost and the size alone, so that nothing moves between drawings.
import { amountText } from '../../risks/index.ts';
import type { Range } from '../facts.ts';
import type { Cost } from './cost.ts';
import { QUARTERS } from './quarters.ts';

interface Tick {
  /** Pixels from the left or the top. */
  readonly at: number;
  readonly label: string;
}

export interface FanPicture {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Between what one and nine of ten courses stay below. */
  readonly band: string;
  /** Half of the courses stay below. */
  readonly middle: string;
  readonly quarters: readonly Tick[];
  readonly amounts: readonly Tick[];
  /** When credentials are in hand, where that is within three years. */
  readonly ready: readonly {
    readonly credential: Cost['steps'][number]['credential'];
    readonly at: number;
  }[];
  /** The table beside it: spent up to the end of each quarter. */
  readonly points: readonly (Range & { readonly quarter: number; readonly at: number })[];
}

const [LEFT, RIGHT, TOP, BOTTOM] = [84, 16, 12, 32];
const MONTHS = 3;
const HORIZON = QUARTERS * MONTHS;
const STEPS = [1, 2, 2.5, 5] as const;
const MOST_TICKS = 6;

export function fanPicture(
  { fan, steps }: Pick<Cost, 'fan' | 'steps'>,
  size: { readonly width: number; readonly height: number },
): FanPicture | undefined {
  const most = fan.at(-1)?.p90 ?? 0;
  if (!(most > 0)) return undefined;
  const plot = { left: LEFT, right: size.width - RIGHT, top: TOP, bottom: size.height - BOTTOM };
  const x = (month: number): number => round(plot.left + (month / HORIZON) * (plot.right - plot.left));
  const y = (amount: number): number => round(plot.bottom - (amount / most) * (plot.bottom - plot.top));
  const path = (of: keyof Range): readonly string[] => [
    `${x(0)} ${y(0)}`,
    ...fan.map((range, i) => `${x((i + 1) * MONTHS)} ${y(range[of])}`),
  ];
  return {
    ...size,
    plot,
    band: `M${[...path('p90'), ...path('p10').toReversed()].join('L')}Z`,
    middle: `M${path('p50').join('L')}`,
    quarters: [0, 4, 8, 12].map((quarter) => ({
      at: x(quarter * MONTHS),
      label: quarter === 0 ? 'today' : `${quarter / 4} ${quarter === 4 ? 'year' : 'years'}`,
    })),
    amounts: ticks(most).map((amount) => ({ at: y(amount), label: amountText(amount) })),
    ready: steps
      .filter(({ ready }) => ready <= HORIZON)
      .map(({ credential, ready }) => ({ credential, at: x(ready) })),
    points: fan.map((range, i) => ({ ...range, quarter: i + 1, at: x((i + 1) * MONTHS) })),
  };
}

/** Round amounts from nothing up, six at most. */
function ticks(most: number): readonly number[] {
  for (let decade = 1; ; decade *= 10)
    for (const step of STEPS) {
      const each = step * decade;
      if (most / each > MOST_TICKS - 1) continue;
      return Array.from({ length: Math.floor(most / each) + 1 }, (_, i) => i * each);
    }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
