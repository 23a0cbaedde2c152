// The cost as a fan: what is spent by the end of each quarter, and beside it the published ranges. Arrows walk along it.
import { estimateText } from '@assay/core';
import { useState, type KeyboardEvent } from 'react';
import { CREDENTIAL_SHORT } from '../../../ui/options.ts';
import { useWidth } from '../../../ui/useWidth.ts';
import type { Advice, Option } from '../advice.ts';
import { fanPoints, quarterName } from './costs.ts';
import { fanDrawing, type FanAnchor, type FanDrawing } from './fan.layout.ts';

interface Props {
  readonly option: Option;
  readonly advice: Advice;
  readonly sentence: string;
}

export function Fan({ option, advice, sentence }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(900);
  const [at, setAt] = useState<number>();
  const { currency } = advice;
  const anchors = anchorsOf(option, advice);
  const drawing = fanDrawing(fanPoints(option.cost.fan), anchors, { width, height: width < 560 ? 300 : 360 });
  if (!drawing) return null;
  const last = drawing.points.length - 1;
  const here = at === undefined ? undefined : drawing.points[at];
  const says = here
    ? `By the end of ${here.quarter === 0 ? 'the first day' : quarterName(here.quarter)}: most likely ${currency} ${estimateText(here.p50)}, ${estimateText(here.p10)} to ${estimateText(here.p90)} in eight of ten courses.`
    : '';
  const onKey = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, at ?? 0, last);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <figure className="cost-figure" aria-label="Cost over three years">
      <div ref={box}>
        <div
          className="cost-walk"
          role="slider"
          tabIndex={0}
          aria-label="Quarter"
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at ?? 0}
          aria-valuetext={says || 'Arrows walk along the quarters'}
          onKeyDown={onKey}
          onBlur={() => setAt(undefined)}
          onPointerMove={(event) =>
            setAt(nearest(drawing, event.clientX - event.currentTarget.getBoundingClientRect().left))
          }
          onPointerLeave={() => setAt(undefined)}
        >
          <Drawn drawing={drawing} at={here?.x} sentence={sentence} />
        </div>
      </div>
      <figcaption className="caption small">
        {says || (
          <>
            Spent up to each day, in {currency}: the line is the middle course, the grey holds eight of ten.{' '}
            {drawing.anchors.length === 0
              ? null
              : 'The dashed bars are the article’s ranges, planning anchors and no quotes; the diamond is where a company of your size lies in them.'}
          </>
        )}
      </figcaption>
    </figure>
  );
}

function Drawn({
  drawing,
  at,
  sentence,
}: {
  readonly drawing: FanDrawing;
  readonly at: number | undefined;
  readonly sentence: string;
}) {
  const { plot, width, height } = drawing;
  return (
    <svg className="cost-fan" data-drawing="" width={width} height={height} role="img" aria-label={sentence}>
      {drawing.money.map(({ y, label }) => (
        <g key={y}>
          <path className="grid" d={`M${plot.left} ${y}H${width - 6}`} />
          <text x={plot.left - 8} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {drawing.quarters.map(({ x, label }) => (
        <g key={x}>
          <path className="grid" d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text
            x={x}
            y={plot.bottom + 18}
            textAnchor={x === plot.left ? 'start' : x === plot.right ? 'end' : 'middle'}
          >
            {label}
          </text>
        </g>
      ))}
      <path className="band" d={drawing.band} />
      <path className="middle" d={drawing.middle} />
      {at === undefined ? null : (
        <path className="here" data-screen="" d={`M${at} ${plot.top}V${plot.bottom}`} />
      )}
      {drawing.anchors.map(({ title, x, top, bottom, here }) => (
        <g key={title.join(' ')}>
          <rect
            className="anchor"
            x={x - 14}
            y={top}
            width="28"
            height={Math.max(1, bottom - top)}
            fill="none"
          />
          <path
            className="anchor-here"
            d={`M${x - 6} ${here}L${x} ${here - 6}L${x + 6} ${here}L${x} ${here + 6}Z`}
          />
          {title.map((line, i) => (
            <text key={line} x={x} y={plot.bottom + 18 + i * 15} textAnchor="middle">
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The published ranges of what this way leads to. */
function anchorsOf({ credentials }: Option, { anchors }: Advice): readonly FanAnchor[] {
  return anchors
    .filter(({ credential }) => credentials.some((each) => each.credential === credential))
    .map(({ credential, low, high, here }) => ({
      title: CREDENTIAL_SHORT[credential],
      least: low,
      most: high,
      here: here.money,
    }));
}

function stepOf(key: string, at: number, last: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step =
    key === 'ArrowRight' || key === 'ArrowUp' ? 1 : key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 0;
  return step === 0 ? undefined : Math.max(0, Math.min(last, at + step));
}

function nearest({ points }: FanDrawing, x: number): number {
  let best = 0;
  points.forEach((point, i) => {
    if (Math.abs(point.x - x) < Math.abs((points[best]?.x ?? 0) - x)) best = i;
  });
  return best;
}
