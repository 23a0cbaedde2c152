// Each state as it is drawn, with its word; its sentence opens below.
import { DAY_WORDS, LEGEND_ORDER, drawStretches, type DayState } from '@assay/core';
import { Shape } from './Shapes.tsx';

const SAMPLE = { day: 6, height: 14 };

export function StateShape({ state }: { readonly state: DayState }) {
  return (
    <svg className="strip-sample" width="18" height="14" aria-hidden="true">
      {drawStretches([{ column: 0, days: 3, state }], SAMPLE).map((path) => (
        <Shape key={path.part} path={path} />
      ))}
      {state === 'not_scheduled' ? <path className="day none-line" d="M0 7H18" /> : null}
    </svg>
  );
}

export function StripLegend() {
  return (
    <details className="strip-legend">
      <summary>
        <span className="strip-legend-row">
          {LEGEND_ORDER.map((state) => (
            <span key={state} className="strip-key">
              <StateShape state={state} />
              {DAY_WORDS[state].word}
            </span>
          ))}
        </span>
        <span className="plain">What they mean</span>
      </summary>
      <dl className="strip-meanings">
        {LEGEND_ORDER.map((state) => (
          <div key={state}>
            <dt>
              <StateShape state={state} />
              {DAY_WORDS[state].word}
            </dt>
            <dd>{DAY_WORDS[state].means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
