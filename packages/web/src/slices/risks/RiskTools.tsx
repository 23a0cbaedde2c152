// What narrows the register, which arrows the matrix draws, and how both are taken along. Every choice is in the address.
import { RISK_STATES } from '@assay/core';
import { saveCsv } from '../../ui/csv.ts';
import { Menu } from '../../ui/Menu.tsx';
import { savePng, saveSvg } from '../../ui/savePicture.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { matrixPicture } from './matrix/layout.ts';
import { cellsOf } from './matrix/MatrixTable.tsx';
import { matrixSvg } from './matrix/svg.ts';
import type { Matrix, Method, Risk } from './risks.ts';
import type { RiskSearch } from './search.ts';

interface Props {
  readonly all: readonly Risk[];
  readonly drawn: readonly Risk[];
  readonly matrix: Matrix;
  readonly method: Method;
  readonly search: RiskSearch;
  readonly go: (next: RiskSearch) => void;
}

const ARROWS = [
  ['', 'before → now'],
  ['aim', 'now → target'],
  ['none', 'no arrows'],
] as const;

export function RiskTools({ all, drawn, matrix, method, search, go }: Props) {
  const table = search.as === 'table';
  return (
    <div className="section">
      <div className="toolbar">
        <StateFilter
          label="State"
          states={RISK_STATES.map((state) => `risk_${state}`)}
          countOf={(state) => all.filter((risk) => `risk_${risk.state}` === state).length}
          chosen={search.state === undefined ? undefined : `risk_${search.state}`}
          choose={(state) => go({ ...search, state: state?.slice('risk_'.length) })}
        />
      </div>
      <div className="toolbar filters">
        <SearchBox
          label="Filter risks"
          hint="Id, words, owner or control"
          value={search.q}
          change={(q) => go({ ...search, q })}
        />
        <Choice
          label="Owner"
          any="any owner"
          of={unique(all.map(({ owner }) => owner ?? 'none'))}
          value={search.owner}
          change={(owner) => go({ ...search, owner })}
        />
        <Choice
          label="Category"
          any="any category"
          of={unique(all.map(({ category }) => category)).filter((each) => each !== '')}
          value={search.category}
          change={(category) => go({ ...search, category })}
        />
        <Choice
          label="Level now"
          any="any level"
          of={method.levels.map(({ name }) => name)}
          value={search.level}
          change={(level) => go({ ...search, level })}
        />
        {table ? null : (
          <select
            className="input"
            aria-label="Arrows"
            value={search.arrows ?? ''}
            onChange={(event) => go({ ...search, arrows: event.target.value || undefined })}
          >
            {ARROWS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => go({ ...search, as: table ? undefined : 'table' })}
        >
          {table ? 'As picture' : 'As table'}
        </button>
        <SaveMenu drawn={drawn} matrix={matrix} method={method} arrows={search.arrows} />
      </div>
    </div>
  );
}

/** Width of a saved picture, whatever the screen has. */
const SAVED = 960;

function SaveMenu({
  drawn,
  matrix,
  method,
  arrows,
}: Pick<Props, 'drawn' | 'matrix' | 'method'> & { readonly arrows: string | undefined }) {
  const shown = new Set(drawn.map(({ code }) => code));
  const draw: Parameters<typeof saveSvg>[1] = (palette) =>
    matrixSvg(matrixPicture(matrix, method, { width: SAVED, shown }), {
      title: 'Risks by likelihood and impact',
      sentence: matrix.sentence,
      kind: arrows === 'aim' || arrows === 'none' ? arrows : 'done',
      palette,
    });
  const csv = (): void =>
    saveCsv('risk-matrix', [
      ['likelihood', 'impact', 'level', 'risks', 'were here', 'to come here'],
      ...cellsOf(matrix, shown).map((cell) => [
        String(cell.likelihood),
        String(cell.impact),
        cell.name,
        cell.risks.join(' '),
        cell.left.join(' '),
        cell.aims.join(' '),
      ]),
    ]);
  return (
    <Menu label="Save as" side="right">
      <button type="button" className="act" onClick={csv}>
        CSV, a line for each cell
      </button>
      <button type="button" className="act" onClick={() => saveSvg('risk-matrix', draw)}>
        SVG
      </button>
      <button type="button" className="act" onClick={() => void savePng('risk-matrix', draw)}>
        PNG
      </button>
    </Menu>
  );
}

function Choice(props: {
  readonly label: string;
  readonly any: string;
  readonly of: readonly string[];
  readonly value: string | undefined;
  readonly change: (next: string | undefined) => void;
}) {
  return (
    <select
      className={`input ${props.value === undefined ? 'unset' : ''}`}
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.change(event.target.value || undefined)}
    >
      <option value="">{props.any}</option>
      {props.of.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  );
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}
