// The filters of the library; each stands in the address.
import { EVIDENCE_KINDS } from '@assay/core';
import type { ReactNode } from 'react';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { sourcesOf } from '../filter.ts';
import type { EvidenceRow } from '../records.ts';
import type { EvidenceSearch, SearchKey } from '../search.ts';
import { VERDICTS } from './verdicts.ts';

interface Props {
  readonly rows: readonly EvidenceRow[];
  readonly search: EvidenceSearch;
  readonly set: (key: SearchKey, value: string | undefined) => void;
}

export function Filters({ rows, search, set }: Props) {
  return (
    <div className="filters">
      <SearchBox
        label="Filter records"
        hint="Title, file, control or E-12"
        value={search.q}
        change={(words) => set('q', words)}
      />
      <Choice name="Kind" any="any kind" value={search.kind} change={(value) => set('kind', value)}>
        {EVIDENCE_KINDS.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </Choice>
      <Choice name="Source" any="any source" value={search.source} change={(value) => set('source', value)}>
        {sourcesOf(rows).map(([source, count]) => (
          <option key={source} value={source}>
            {source} ({count})
          </option>
        ))}
      </Choice>
      <Choice
        name="Control"
        any="any control"
        value={search.control}
        change={(value) => set('control', value)}
      >
        <option value="none">without a control</option>
        {controlsOf(rows).map(([code, name]) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </Choice>
      <Choice
        name="Verdict"
        any="any verdict"
        value={search.verdict}
        change={(value) => set('verdict', value)}
      >
        {VERDICTS.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
    </div>
  );
}

/** Days that a record has to speak for. */
export function DateRange({ search, set }: Omit<Props, 'rows'>) {
  return (
    <span className="dates">
      <Day name="Speaks for days from" value={search.from} change={(value) => set('from', value)} />
      <span className="faint">to</span>
      <Day name="Speaks for days until" value={search.until} change={(value) => set('until', value)} />
    </span>
  );
}

function Choice(props: {
  readonly name: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly change: (value: string | undefined) => void;
  readonly children: ReactNode;
}) {
  return (
    <select
      className={`input ${props.value === undefined ? 'unset' : ''}`}
      aria-label={props.name}
      value={props.value ?? ''}
      onChange={(event) => props.change(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{props.any}</option>
      {props.children}
    </select>
  );
}

function Day(props: {
  readonly name: string;
  readonly value: string | undefined;
  readonly change: (value: string | undefined) => void;
}) {
  return (
    <input
      className={`input ${props.value === undefined ? 'unset' : ''}`}
      type="date"
      aria-label={props.name}
      value={props.value ?? ''}
      onChange={(event) => props.change(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

function controlsOf(rows: readonly EvidenceRow[]): readonly (readonly [string, string])[] {
  const names = new Map(rows.flatMap((row) => row.controls.map(({ code, name }) => [code, name] as const)));
  const order = new Intl.Collator('en', { numeric: true });
  return [...names].sort(([a], [b]) => order.compare(a, b));
}
