// The matrix: likelihood up, impact across, each risk a link in its cell, an arrow from where it was. One tab stop; arrow
// keys walk from risk to risk, and whichever is under the cursor or the focus is told below.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useAsOf } from '../../../data/asof.ts';
import { useWidth } from '../../../ui/useWidth.ts';
import type { Matrix, Method, Risk } from '../risks.ts';
import { cellKey } from '../search.ts';
import {
  headOf,
  matrixPicture,
  nextChip,
  shadeOf,
  type Cell,
  type Chip,
  type MatrixPicture,
} from './layout.ts';

interface Props {
  readonly org: string;
  readonly matrix: Matrix;
  readonly method: Method;
  readonly risks: readonly Risk[];
  readonly arrows: 'done' | 'aim' | 'none';
  readonly cell: string | undefined;
  readonly choose: (cell: string | undefined) => void;
}

export function RiskMatrix({ org, matrix, method, risks, arrows, cell, choose }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(900);
  const [seen, setSeen] = useState<string>();
  const [stop, setStop] = useState<string>();
  const svg = useRef<SVGSVGElement>(null);
  const navigate = useNavigate();
  const { day } = useAsOf();
  const picture = useMemo(
    () => matrixPicture(matrix, method, { width, shown: new Set(risks.map(({ code }) => code)) }),
    [matrix, method, risks, width],
  );
  const first = picture.chips.find(({ risk }) => risk === stop) ?? picture.chips[0];
  const open = (risk: string): void =>
    void navigate({
      to: '/o/$org/risks/$risk',
      params: { org, risk },
      search: day === undefined ? {} : { at: day },
    });
  const onKey = (event: KeyboardEvent, chip: Chip): void => {
    if (event.key === 'Enter') return open(chip.risk);
    const next = nextChip(picture.chips, chip, event.key);
    if (!next) return;
    event.preventDefault();
    setStop(next.risk);
    svg.current?.querySelector<SVGGElement>(`[data-risk="${next.risk}"]`)?.focus();
  };
  const lit = (risk: string): string => (seen === undefined ? '' : seen === risk ? ' lit' : ' dim');
  return (
    <figure className="risk-matrix">
      <div ref={box}>
        <svg
          ref={svg}
          width={picture.width}
          height={picture.height}
          role="group"
          aria-label="Risks by likelihood and impact"
          onMouseLeave={() => setSeen(undefined)}
        >
          {picture.cells.map((each) => (
            <MatrixCell
              key={cellKey(each)}
              cell={each}
              picture={picture}
              chosen={cell === cellKey(each)}
              choose={() => choose(cell === cellKey(each) ? undefined : cellKey(each))}
            />
          ))}
          {picture.limit.map(({ from, to }) => (
            <line
              key={`${from.x} ${from.y} ${to.y}`}
              className="limit"
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
            />
          ))}
          <Axes picture={picture} />
          {picture.arrows
            .filter(({ risk, kind }) => kind === arrows || risk === seen)
            .map((arrow) => (
              <g key={`${arrow.kind} ${arrow.risk}`} className={`arrow ${arrow.kind}${lit(arrow.risk)}`}>
                <line x1={arrow.from.x} y1={arrow.from.y} x2={arrow.to.x} y2={arrow.to.y} />
                <polygon points={headOf(arrow)} />
                {arrow.kind === 'done' ? <circle cx={arrow.from.x} cy={arrow.from.y} r="3" /> : null}
              </g>
            ))}
          {picture.chips.map((chip) => (
            <g
              key={chip.risk}
              className={`chip${lit(chip.risk)}`}
              role="link"
              data-risk={chip.risk}
              tabIndex={chip === first ? 0 : -1}
              aria-label={sayRisk(risks, chip.risk)}
              onClick={() => open(chip.risk)}
              onMouseEnter={() => setSeen(chip.risk)}
              onFocus={() => setSeen(chip.risk)}
              onBlur={() => setSeen(undefined)}
              onKeyDown={(event) => onKey(event, chip)}
            >
              <rect x={chip.x} y={chip.y} width={chip.width} height={chip.height} rx="2" />
              <text x={chip.x + chip.width / 2} y={chip.y + 14}>
                {chip.risk}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="small">
        {seen === undefined ? <Legend arrows={arrows} /> : sayRisk(risks, seen)}
      </figcaption>
    </figure>
  );
}

/** `R-9 A public bucket shows files: very high before any control, high now, to become low.` */
function sayRisk(risks: readonly Risk[], code: string): string {
  const risk = risks.find((each) => each.code === code);
  if (!risk) return code;
  const { inherent, current, target } = risk;
  const said = [
    inherent && `${inherent.name} before any control`,
    current && `${current.name} now`,
    target && `to become ${target.name}`,
  ].filter((each) => typeof each === 'string');
  return `${code} ${risk.title}: ${said.join(', ')}.`;
}

function Legend({ arrows }: { readonly arrows: Props['arrows'] }) {
  return (
    <>
      <svg className="legend-limit" viewBox="0 0 24 10" width="24" height="10" aria-hidden="true">
        <line x1="0" y1="5" x2="24" y2="5" />
      </svg>{' '}
      Beyond this line a risk is treated or accepted.{' '}
      {arrows === 'done' ? 'Arrows come from where a risk was before any control.' : null}
      {arrows === 'aim' ? 'Arrows go to where its treatment is to bring a risk.' : null}
    </>
  );
}

function MatrixCell(props: {
  readonly cell: Cell;
  readonly picture: MatrixPicture;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const { cell, picture, chosen } = props;
  return (
    <g className="cell" onClick={props.choose}>
      <rect
        className={chosen ? 'chosen' : undefined}
        x={cell.x + 0.5}
        y={cell.y + 0.5}
        width={cell.width - 1}
        height={cell.height - 1}
        fillOpacity={shadeOf(cell.level, picture.levels)}
      />
      {picture.narrow ? null : (
        <text x={cell.x + 7} y={cell.y + 14}>
          {cell.name}
        </text>
      )}
      {cell.risks.length === 0 ? null : (
        <text className="count" x={cell.x + cell.width - 7} y={cell.y + 14}>
          {cell.risks.length}
        </text>
      )}
    </g>
  );
}

function Axes({ picture }: { readonly picture: MatrixPicture }) {
  const foot = picture.height - 20;
  const left = picture.cells[0]?.x ?? 0;
  return (
    <g className="axes" aria-hidden="true">
      {picture.rows.map(({ step, name, y }) => (
        <text key={step} className="row" x={left - 8} y={y + 4}>
          {picture.narrow ? step : `${name} ${step}`}
        </text>
      ))}
      {picture.columns.map(({ step, name, x }) => (
        <text key={step} className="column" x={x} y={foot}>
          {picture.narrow ? step : `${step} ${name}`}
        </text>
      ))}
      <text className="title" x={left} y={picture.height - 4}>
        {picture.narrow ? '↑ likelihood, → impact' : '↑ likelihood'}
      </text>
      {picture.narrow ? null : (
        <text className="title end" x={picture.width - 2} y={picture.height - 4}>
          impact →
        </text>
      )}
    </g>
  );
}
