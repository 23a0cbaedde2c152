// What narrows, orders and takes away the strip. Every choice stands in the address.
import {
  STANDING_ORDER,
  stripCsv,
  stripSvg,
  type StripColumns,
  type StripLine,
  type StripPalette,
  type StripRow,
} from '@assay/core';
import { saveCsv } from '../../../ui/csv.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { savePng, saveSvg } from '../../../ui/savePicture.ts';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { StateFilter } from '../../../ui/StateFilter.tsx';
import type { WindowSearch } from './search.ts';
import { stateOfStanding } from './Standing.tsx';
import type { WindowAnswer } from './window.ts';

interface Props {
  readonly answer: WindowAnswer;
  readonly all: readonly StripRow[];
  readonly rows: readonly StripRow[];
  readonly lines: readonly StripLine[];
  readonly columns: StripColumns;
  readonly search: WindowSearch;
  readonly go: (next: WindowSearch) => void;
}

const GROUPINGS = [
  ['', 'in one list'],
  ['criterion', 'by criterion'],
  ['annex', 'by Annex A control'],
  ['owner', 'by owner'],
  ['standing', 'by standing'],
] as const;

export function StripTools({ answer, all, rows, lines, columns, search, go }: Props) {
  const deviating = all.filter(({ deviations }) => deviations > 0).length;
  const { sentence } = answer;
  const picture = (palette: StripPalette): string =>
    stripSvg({ title: answer.window.name, sentence, columns, lines, palette });
  const file = `window-${answer.window.from}`;
  return (
    <div className="strip-tools">
      <div className="toolbar">
        <StateFilter
          label="Standing"
          states={STANDING_ORDER.map(stateOfStanding)}
          countOf={(state) => all.filter(({ standing }) => stateOfStanding(standing) === state).length}
          chosen={search.standing === undefined ? undefined : `standing_${search.standing}`}
          choose={(state) => go({ ...search, standing: state?.slice('standing_'.length) })}
        />
        <span className="strip-views">
          {search.as === 'table' ? null : (
            <button
              type="button"
              className="button quiet"
              onClick={() => go({ ...search, zoom: search.zoom === 'month' ? undefined : 'month' })}
            >
              {search.zoom === 'month' ? 'Whole window' : 'Zoom to month'}
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            onClick={() => go({ ...search, as: search.as === 'table' ? undefined : 'table' })}
          >
            {search.as === 'table' ? 'As picture' : 'As table'}
          </button>
          <Menu label="Save as" side="right">
            <button type="button" className="act" onClick={() => saveCsv(file, stripCsv(rows, columns))}>
              CSV, a line for each stretch
            </button>
            <button type="button" className="act" onClick={() => saveSvg(file, picture)}>
              SVG
            </button>
            <button type="button" className="act" onClick={() => void savePng(file, picture)}>
              PNG
            </button>
          </Menu>
        </span>
      </div>
      <div className="toolbar">
        <SearchBox
          label="Filter controls"
          hint="Id, name or owner"
          value={search.q}
          change={(q) => go({ ...search, q })}
        />
        <select
          className={`input which ${search.owner === undefined ? 'unset' : ''}`}
          aria-label="Owner"
          value={search.owner ?? ''}
          onChange={(event) => go({ ...search, owner: event.target.value || undefined })}
        >
          <option value="">any owner</option>
          {ownersOf(all).map((owner) => (
            <option key={owner} value={owner === '' ? 'none' : owner}>
              {owner === '' ? 'no owner' : owner}
            </option>
          ))}
        </select>
        <select
          className="input which"
          aria-label="Group"
          value={search.by ?? ''}
          onChange={(event) => go({ ...search, by: event.target.value || undefined })}
        >
          {GROUPINGS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <label className="small">
          <input
            type="checkbox"
            checked={search.dev === 'yes'}
            onChange={(event) => go({ ...search, dev: event.target.checked ? 'yes' : undefined })}
          />{' '}
          only with deviations <span className="faint">{deviating}</span>
        </label>
        <span className="count" role="status">
          {rows.length === all.length ? all.length : `${rows.length} of ${all.length}`} controls
        </span>
      </div>
    </div>
  );
}

function ownersOf(rows: readonly StripRow[]): readonly string[] {
  return [...new Set(rows.map(({ owner }) => owner ?? ''))].sort();
}
