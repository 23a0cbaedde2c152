// How far the chains go: the five stations as one river that grows thinner wherever rows lack one; a press shows those.
import { Link } from '@tanstack/react-router';
import type { StationName } from '@assay/core';
import type { Statement } from './soa.ts';

export const STATION_NAMES: Readonly<Record<StationName, string>> = {
  reason: 'Risk or obligation',
  treatment: 'Treatment',
  control: 'Control',
  evidence: 'Evidence',
  proof: 'Last proof',
};

interface Props {
  readonly org: string;
  readonly reach: Statement['reach'];
  readonly chosen: string | undefined;
}

/** Height of the picture and of a river that every row goes along. */
const HEIGHT = 48;
const FULL = 40;
const STEP = 100;
/** How far a station's own width goes before the river begins to change. */
const BANK = 36;

export function Reach({ org, reach, chosen }: Props) {
  const [first] = reach;
  if (!first || first.of === 0) return null;
  return (
    <section className="reach" aria-label="How far the chains of the rows that are in go">
      <svg viewBox={`0 0 ${STEP * reach.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className="reach-partly"
          d={riverOf(reach.map(({ whole, partly, of }) => (whole + partly) / of))}
        />
        <path className="reach-whole" d={riverOf(reach.map(({ whole, of }) => whole / of))} />
      </svg>
      <ol>
        {reach.map(({ station, whole, of }) => (
          <li key={station}>
            <span className="reach-name">{STATION_NAMES[station]}</span>
            <span className="reach-count">
              {whole} <span className="faint">/ {of}</span>
            </span>
            {whole === of ? null : (
              <Link
                className="plain"
                to="/o/$org/soa"
                params={{ org }}
                search={chosen === station ? {} : { lacks: station }}
                aria-current={chosen === station ? 'true' : undefined}
              >
                {chosen === station ? 'show all' : `${of - whole} lack it`}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The outline of a river of these shares, from the left bank to the right. */
function riverOf(shares: readonly number[]): string {
  const edge = (side: 1 | -1): readonly (readonly [number, number])[] =>
    shares.flatMap((share, i) => {
      const y = HEIGHT / 2 + (side * share * FULL) / 2;
      const end = i === shares.length - 1 ? STEP : BANK;
      return [
        [i * STEP, y],
        [i * STEP + end, y],
      ] as const;
    });
  const points = [...edge(-1), ...edge(1).toReversed()];
  return `M${points.map(([x, y]) => `${x} ${y.toFixed(2)}`).join('L')}Z`;
}
