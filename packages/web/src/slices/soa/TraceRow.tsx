// The signature picture: five stations on one line from why to proof, way by way. What is missing is an outlined gap whose
// label is the remedy. It is a table, so that the picture is its own twin.
import { dayWords, STATIONS, waysOf, type Station, type StationName, type Way } from '@assay/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId } from '../../ui/links.tsx';
import { ShapeIcon, stateOf } from '../../ui/marks.tsx';
import { EvidenceId } from '../evidence/links.tsx';
import { SourceId } from './links.tsx';
import { STATION_NAMES } from './Reach.tsx';
import type { SoaRow } from './soa.ts';

interface Props {
  readonly org: string;
  readonly row: SoaRow;
  /** Opens the row to be decided; a version that is frozen has none. */
  readonly decide?: (() => void) | undefined;
}

export function TraceRow({ org, row, decide }: Props) {
  const ways = waysOf(row);
  if (ways.length === 0) return null;
  return (
    <table className="trace">
      <caption className="sr">From why to proof: {row.id}</caption>
      <thead>
        <tr>
          {STATIONS.map((name) => (
            <th key={name} scope="col">
              {STATION_NAMES[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ways.map((way, i) => {
          const shared = sharedBy(way, ways[i - 1]);
          const goesOn = sharedBy(ways[i + 1], way);
          return (
            <tr key={`${row.id} ${i}`}>
              {STATIONS.map((name) => (
                <td key={name} className={cellClass(way, name, { shared, goesOn })}>
                  <span className="sr">{STATION_NAMES[name]}: </span>
                  {shared && isStart(name) ? (
                    <span className="sr">as before</span>
                  ) : (
                    <Stop of={way[name]}>
                      <What org={org} name={name} way={way} decide={decide} />
                    </Stop>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The five stations of a row as small as they stand in the list. */
export function TraceGlyph({ shapes }: { readonly shapes: readonly ('filled' | 'notched' | 'empty')[] }) {
  return (
    <svg className="trace-glyph" viewBox="0 0 92 12" aria-hidden="true">
      {shapes.slice(1).map((shape, i) => (
        <path
          key={i}
          d={`M${i * 20 + 12} 6h8`}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={shape === 'empty' ? '2 2' : undefined}
        />
      ))}
      {shapes.map((shape, i) => (
        <ShapeIcon key={i} shape={shape} at={{ x: i * 20, y: 0, width: 12, height: 12 }} />
      ))}
    </svg>
  );
}

/** The mark on the line, and what stands below it. */
function Stop({ of, children }: { readonly of: Station; readonly children: ReactNode }) {
  return (
    <>
      <span className="stop-mark">{markOf(of)}</span>
      <span className="stop-what">{children}</span>
    </>
  );
}

function markOf(station: Station): ReactNode {
  if (station.is === 'missing') return <ShapeIcon shape="empty" />;
  if (station.is === 'passed') return null;
  const { state } = station;
  if (state === undefined || state === 'implemented') return <ShapeIcon shape="filled" />;
  const [, shape, colour] = stateOf(state);
  return (
    <span className={`status-${colour}`}>
      <ShapeIcon shape={shape} />
    </span>
  );
}

interface WhatProps {
  readonly org: string;
  readonly name: StationName;
  readonly way: Way;
  readonly decide: (() => void) | undefined;
}

function What({ org, name, way, decide }: WhatProps) {
  const station = way[name];
  if (station.is === 'passed') return <span className="faint small">{station.words}</span>;
  if (station.is === 'missing')
    return (
      <>
        <Gap org={org} name={name} way={way} decide={decide} />
        {station.words === '' ? null : <span className="under wrap">{station.words}</span>}
      </>
    );
  const { ids, words, state } = station;
  if (name === 'reason')
    return (
      <>
        {ids.map((id) => (
          <SourceId key={id} org={org} code={id} />
        ))}
        <span className="under wrap">{words}</span>
      </>
    );
  if (name === 'control')
    return (
      <>
        {ids.map((id) => (
          <ControlId key={id} org={org} code={id} />
        ))}
        {state === 'planned' ? <span className="under">planned</span> : null}
      </>
    );
  if (name === 'evidence')
    return <IdList ids={ids} most={2} link={(id) => <EvidenceId org={org} code={id} />} />;
  if (name === 'proof')
    return (
      <>
        <time dateTime={words} title={dayWords(words)}>
          {words}
        </time>
        {state === undefined || state === 'proved' ? null : (
          <span className="under">{stateOf(state)[0].toLowerCase()}</span>
        )}
      </>
    );
  return <span className="small">{words}</span>;
}

/** The remedy as the label of the gap; it leads to where it is done. */
function Gap({ org, name, way, decide }: WhatProps) {
  const station = way[name];
  if (station.is !== 'missing') return null;
  const { remedy } = station;
  const [control] = way.control.is === 'there' ? way.control.ids : [];
  if (name === 'reason' && decide)
    return (
      <button type="button" className="gap" onClick={decide}>
        {remedy}
      </button>
    );
  if (name === 'evidence' && control !== undefined && decide)
    return (
      <Link className="gap" to="/o/$org/import" params={{ org }} search={{ control }}>
        {remedy}
      </Link>
    );
  const code = /C-\d+/.exec(remedy)?.[0];
  if (name === 'control' && code !== undefined && decide)
    return (
      <Link className="gap" to="/o/$org/controls/$control" params={{ org, control: code }}>
        {remedy}
      </Link>
    );
  return <span className="gap">{remedy}</span>;
}

function isStart(name: StationName): boolean {
  return name === 'reason' || name === 'treatment';
}

/** Whether a way begins as the one before it, and so branches off after the treatment. */
function sharedBy(way: Way | undefined, before: Way | undefined): boolean {
  if (!way || !before) return false;
  const start = ({ reason, treatment }: Way): string => JSON.stringify([reason, treatment]);
  return start(way) === start(before);
}

function cellClass(
  way: Way,
  name: StationName,
  { shared, goesOn }: { readonly shared: boolean; readonly goesOn: boolean },
): string {
  const names = ['stop', name, way[name].is];
  if (shared && isStart(name)) names.push('shared');
  if (goesOn && isStart(name)) names.push('branches');
  return names.join(' ');
}
