// One item of the test sheet: its marks, what proves them, and a note.
import type { TestResult } from '@assay/core';
import { ShapeIcon } from '../../../ui/marks.tsx';
import { EvidenceId } from '../../evidence/links.tsx';
import { markOf, moved, rowOf, type Drafts, type Place, type RowDraft } from './draft.ts';
import { nameOfItem, restOfItem, type SampleItem } from './samples.ts';

const MARKS = {
  pass: ['Pass', 'filled', 'pass'],
  deviation: ['Deviation', 'crossed', 'fail'],
  not_tested: ['Not tested', 'empty', 'none'],
} as const;

interface Props {
  readonly org: string;
  readonly item: SampleItem;
  readonly letters: readonly string[];
  readonly drafts: Drafts;
  readonly change: (next: Partial<RowDraft>) => void;
  /** Where the keyboard stands, and how it goes elsewhere. */
  readonly focus: {
    readonly row: number;
    readonly at: Place;
    readonly size: Place;
    readonly go: (to: Place) => void;
  };
  readonly open: boolean;
}

export function SheetRow({ org, item, letters, drafts, change, focus, open }: Props) {
  const draft = rowOf(item, drafts);
  const mark = (letter: string, result: TestResult): void =>
    change({ results: { ...draft.results, [letter]: result } });
  return (
    <tr className={drafts.has(item.number) ? 'changed' : undefined}>
      <td className="num">{item.number}</td>
      <td className="grow">
        <span className="id">{nameOfItem(item)}</span>
        <small className="faint">{restOfItem(item)}</small>
      </td>
      {letters.map((letter, column) => {
        const result = draft.results[letter] ?? 'not_tested';
        const [word, shape, colour] = MARKS[result];
        const place = { row: focus.row, column };
        const here = focus.at.row === place.row && focus.at.column === column;
        return (
          <td key={letter}>
            <button
              type="button"
              className="sheet-mark"
              data-place={`${place.row}.${column}`}
              tabIndex={here ? 0 : -1}
              disabled={!open}
              aria-label={`${letter} of item ${item.number}: ${word}`}
              onFocus={() => (here ? undefined : focus.go(place))}
              onClick={() => mark(letter, markOf(' ', result) ?? result)}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey || event.altKey) return;
                const to = moved(event.key, place, focus.size);
                const next = markOf(event.key, result);
                if (!to && !next) return;
                event.preventDefault();
                event.stopPropagation();
                if (to) focus.go(to);
                else if (next) mark(letter, next);
              }}
            >
              <span className={`status-${colour}`}>
                <ShapeIcon shape={shape} />
              </span>
              <span className="only-phone">{letter}</span>
              <span className="word">{word}</span>
            </button>
          </td>
        );
      })}
      <td>
        {open ? (
          <input
            className="input"
            aria-label={`Evidence of item ${item.number}`}
            placeholder="E-12"
            value={draft.evidence}
            onChange={(event) => change({ evidence: event.target.value })}
          />
        ) : (
          item.evidence.map((code) => <EvidenceId key={code} org={org} code={code} />)
        )}
      </td>
      <td className="sheet-note">
        {open ? (
          <input
            className="input"
            aria-label={`Note on item ${item.number}`}
            maxLength={2000}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        ) : (
          item.note
        )}
      </td>
      <td className="hide-phone">
        <small>
          {item.tested_on ?? ''} {item.tester ?? ''}
        </small>
      </td>
    </tr>
  );
}
