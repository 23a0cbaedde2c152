// The loss exceedance curve: before and after treatment with the 90 % band, against what is tolerated. Arrows walk it.
import {
  bandText,
  curvePicture,
  estimateText,
  yearsText,
  type CurvePicture,
  type LossAnswer,
} from '@assay/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { Term } from '../../../ui/Term.tsx';
import { useWidth } from '../../../ui/useWidth.ts';

interface Props {
  readonly answer: LossAnswer;
  readonly currency: string;
  readonly sentence: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

export function Curve({ answer, currency, sentence }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(800);
  const [at, setAt] = useState<number>();
  const picture = curvePicture(answer, { width, height: width < 560 ? 320 : 380 });
  const treated = answer.portfolio.value !== null;
  return (
    <figure className="losses-figure" aria-label="Loss exceedance curve">
      <Legend treated={treated} tolerated={answer.tolerance !== null} />
      <div ref={box} className="losses-plot">
        {picture ? (
          <Walked picture={picture} at={at} walk={setAt} said={pointText(picture, at, { currency, treated })}>
            <Drawn picture={picture} treated={treated} at={at} sentence={sentence} />
          </Walked>
        ) : (
          <p className="muted">There is nothing to draw yet.</p>
        )}
      </div>
      <figcaption className="small muted losses-says">
        {pointText(picture, at, { currency, treated }) || (
          <>
            The <Term>loss exceedance curve</Term>: to the right what a year costs, in {currency}; upwards in
            how many years at least that. The grey around a line is how far chance may have moved it (90 %).
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** What holds the keyboard and the pointer over the picture. */
function Walked(props: {
  readonly picture: CurvePicture;
  readonly at: number | undefined;
  readonly walk: (at: number | undefined) => void;
  readonly said: string;
  readonly children: React.ReactNode;
}) {
  const { picture, at, walk, said } = props;
  const last = picture.points.length - 1;
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step === undefined
            ? undefined
            : (at ?? -step) + step;
    if (next === undefined) return;
    event.preventDefault();
    walk(Math.max(0, Math.min(last, next)));
  };
  return (
    <div
      className="losses-walk"
      role="slider"
      tabIndex={0}
      aria-label="Loss of a year"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? 0}
      aria-valuetext={said || 'Arrows walk along the curve'}
      onKeyDown={onKey}
      onBlur={() => walk(undefined)}
      onPointerMove={(event) => {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        walk(nearest(picture, x));
      }}
      onPointerLeave={() => walk(undefined)}
    >
      {props.children}
    </div>
  );
}

function Drawn(props: {
  readonly picture: CurvePicture;
  readonly treated: boolean;
  readonly at: number | undefined;
  readonly sentence: string;
}) {
  const { picture, treated, at, sentence } = props;
  const { plot } = picture;
  const clip = useId();
  const here = at === undefined ? undefined : picture.points[at];
  return (
    <svg
      className="losses-curve"
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={sentence}
    >
      <clipPath id={clip}>
        <rect x={plot.left} y={plot.top} width={plot.right - plot.left} height={plot.bottom - plot.top} />
      </clipPath>
      {picture.shares.map(({ at: y, label }) => (
        <g key={label}>
          <path className="grid" d={`M${plot.left} ${y}H${plot.right}`} />
          <text x={plot.left - 8} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {picture.losses.map(({ at: x, label }) => (
        <g key={x}>
          <path className="grid" d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text x={x} y={plot.bottom + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${clip})`}>
        <path className="band before" d={picture.inherent.band} />
        <path className="before" d={picture.inherent.line} />
        {picture.tolerated === '' ? null : <path className="tolerated" d={picture.tolerated} />}
        {treated ? (
          <>
            <path className="band after" d={picture.residual.band} />
            <path className="after" d={picture.residual.line} />
          </>
        ) : null}
        {picture.beyond.map((d) => (
          <path key={d} className="beyond" d={d} />
        ))}
        {here ? <path className="here" d={`M${here.x} ${plot.top}V${plot.bottom}`} /> : null}
      </g>
      {picture.marks.map(({ x, y }) => (
        <path key={x} className="agreed" d={`M${x - 5} ${y}L${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}Z`} />
      ))}
    </svg>
  );
}

function Legend({ treated, tolerated }: { readonly treated: boolean; readonly tolerated: boolean }) {
  const entries = [
    ['before', 'before treatment'],
    ...(treated ? [['after', 'after treatment']] : []),
    ...(tolerated
      ? [
          ['tolerated', 'tolerated'],
          ['beyond', 'beyond what is tolerated'],
        ]
      : []),
  ] as const;
  return (
    <ul className="legend losses-legend">
      {entries.map(([name, word]) => (
        <li key={name}>
          <svg className="losses-curve" width="28" height="10" aria-hidden="true">
            <path className={name} d="M0 5H28" />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function nearest({ points }: CurvePicture, x: number): number | undefined {
  let best: number | undefined;
  points.forEach((point, i) => {
    const before = best === undefined ? undefined : points[best];
    if (!before || Math.abs(point.x - x) < Math.abs(before.x - x)) best = i;
  });
  return best;
}

function pointText(
  picture: CurvePicture | undefined,
  at: number | undefined,
  { currency, treated }: { readonly currency: string; readonly treated: boolean },
): string {
  const point = at === undefined ? undefined : picture?.points[at];
  if (!point) return '';
  const before = `before treatment ${yearsText(point.inherent.share)} (${bandText(point.inherent)})`;
  const after = treated ? `, after it ${yearsText(point.residual.share)} (${bandText(point.residual)})` : '';
  const tolerated = point.tolerated === null ? '' : `, tolerated ${yearsText(point.tolerated)}`;
  return `${currency} ${estimateText(point.loss)} or more: ${before}${after}${tolerated}${point.beyond ? ': beyond' : ''}.`;
}
