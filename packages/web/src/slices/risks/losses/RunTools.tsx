// The run: its seed and its years, how far it is, and a way to stop it; and what takes the picture away.
import { amountText, curveSvg, type LossAnswer } from '@assay/core';
import { useState } from 'react';
import { saveCsv } from '../../../ui/csv.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { savePng, saveSvg } from '../../../ui/savePicture.ts';
import { DEFAULT_SEED, YEARS, yearsOf } from './losses.ts';
import type { LossSearch } from './search.ts';
import type { Simulation } from './useSimulation.ts';

interface Props {
  readonly search: LossSearch;
  readonly go: (next: LossSearch) => void;
  readonly simulation: Simulation;
  readonly told: { readonly sentence: string; readonly currency: string };
}

export function RunTools({ search, go, simulation, told }: Props) {
  const { answer } = simulation;
  const table = search.as === 'table';
  return (
    <div className="toolbar losses-tools">
      <Seed key={search.seed ?? ''} search={search} go={go} />
      <label className="losses-choice">
        <span className="small muted">Years</span>
        <select
          className="input which"
          value={yearsOf(search)}
          onChange={(event) => go({ ...search, years: event.target.value })}
        >
          {YEARS.map((years) => (
            <option key={years} value={years}>
              {amountText(years)}
            </option>
          ))}
        </select>
      </label>
      <Progress simulation={simulation} />
      <span className="losses-views">
        <button
          type="button"
          className="button quiet"
          onClick={() => go({ ...search, as: table ? undefined : 'table' })}
        >
          {table ? 'As picture' : 'As table'}
        </button>
        {answer ? <SaveAs answer={answer} told={told} /> : null}
      </span>
    </div>
  );
}

function Seed({ search, go }: Pick<Props, 'search' | 'go'>) {
  const [text, setText] = useState(search.seed ?? DEFAULT_SEED);
  return (
    <form
      className="losses-choice"
      onSubmit={(event) => {
        event.preventDefault();
        go({ ...search, seed: text.trim() === '' || text === DEFAULT_SEED ? undefined : text.trim() });
      }}
    >
      <label className="losses-choice">
        <span className="small muted">Seed</span>
        <input
          className="input losses-seed"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {text === (search.seed ?? DEFAULT_SEED) ? null : (
        <button type="submit" className="button">
          Simulate
        </button>
      )}
    </form>
  );
}

function Progress({
  simulation: { running, done, of, failed, cancel, again, answer },
}: {
  readonly simulation: Simulation;
}) {
  if (running)
    return (
      <span className="losses-progress" role="status">
        <progress value={done} max={Math.max(1, of)} aria-label="Simulated risks" />
        <span className="small muted">
          {done} / {of} risks
        </span>
        <button type="button" className="button quiet" onClick={cancel}>
          Stop
        </button>
      </span>
    );
  const stopped = failed || answer === undefined || done < of;
  return (
    <span className="losses-progress" role="status">
      {stopped ? (
        <>
          <span className="small problem">
            {failed ? 'The simulation failed.' : 'Stopped before its end.'}
          </span>
          <button type="button" className="button" onClick={again}>
            Simulate again
          </button>
        </>
      ) : null}
    </span>
  );
}

function SaveAs({ answer, told }: { readonly answer: LossAnswer; readonly told: Props['told'] }) {
  const picture = (palette: Parameters<typeof curveSvg>[0]['palette']): string =>
    curveSvg({ title: 'Loss exceedance', ...told, answer, palette });
  const file = `losses-seed-${answer.seed.replace(/[^\w-]+/g, '-')}`;
  return (
    <Menu label="Save as" side="right">
      <button type="button" className="act" onClick={() => saveCsv(file, csvOf(answer))}>
        CSV, a line for each point
      </button>
      <button type="button" className="act" onClick={() => saveSvg(file, picture)}>
        SVG
      </button>
      <button type="button" className="act" onClick={() => void savePng(file, picture)}>
        PNG
      </button>
    </Menu>
  );
}

/** The curve in full figures: shares of years, not their words. */
function csvOf({ curve }: LossAnswer): readonly (readonly string[])[] {
  const head = [
    'loss',
    'before',
    'before low',
    'before high',
    'after',
    'after low',
    'after high',
    'tolerated',
    'beyond',
  ];
  return [
    head,
    ...curve.map(({ loss, inherent, residual, tolerated, beyond }) =>
      [
        loss,
        ...[inherent, residual].flatMap(({ share, low, high }) => [share, low, high]),
        tolerated ?? '',
        beyond ? 'yes' : 'no',
      ].map(String),
    ),
  ];
}
