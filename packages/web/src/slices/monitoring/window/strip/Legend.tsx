// Each state as it is drawn, with its word; its sentence opens below.
import {
  DAY_WORDS,
  LEGEND_ORDER,
  PIN_ORDER,
  PIN_WORDS,
  drawPin,
  drawStretches,
  type DayState,
  type TestResult,
} from '@assay/core';
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

export function PinShape({ result }: { readonly result: TestResult }) {
  return (
    <svg className="strip-sample" width="14" height="14" aria-hidden="true">
      <path className={`pin ${result}`} d={drawPin({ column: 0, result }, { day: 14, height: 14 }, 7)} />
    </svg>
  );
}

/** `unread`: samples could not be read, so that a day without a pin says nothing of them. */
export function StripLegend({ unread }: { readonly unread: boolean }) {
  return (
    <>
      {unread ? (
        <p className="small" role="status">
          Samples could not be read: a day without a mark of one says nothing.
        </p>
      ) : null}
      <Legend />
    </>
  );
}

function Legend() {
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
          {PIN_ORDER.map((result) => (
            <span key={result} className="strip-key">
              <PinShape result={result} />
              {PIN_WORDS[result].word}
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
        {PIN_ORDER.map((result) => (
          <div key={result}>
            <dt>
              <PinShape result={result} />
              {PIN_WORDS[result].word}
            </dt>
            <dd>{PIN_WORDS[result].means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
