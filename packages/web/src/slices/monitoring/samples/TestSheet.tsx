// The test sheet: a grid of marks that is filled with p, d, n and the arrows, and recorded all at once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { useToday } from '../../../ui/useToday.ts';
import { recordOf, withChange, type Drafts, type Place } from './draft.ts';
import type { Sample } from './samples.ts';
import { SheetRow } from './SheetRow.tsx';

const NONE: Drafts = new Map();

export function TestSheet({ org, sample }: { readonly org: string; readonly sample: Sample }) {
  const [drafts, setDrafts] = useState(NONE);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const today = useToday();
  const [day, setDay] = useState(today);
  const grid = useRef<HTMLTableElement>(null);
  const client = useQueryClient();
  const record = useMutation({
    mutationFn: async () => {
      const body = recordOf(sample.items, drafts, day);
      take(await api['samples.test']({ params: { org, sample: sample.code }, body }));
      await client.invalidateQueries({ queryKey: ['org', org] });
      setDrafts(NONE);
      tell(`${body.items.length} ${body.items.length === 1 ? 'item is' : 'items are'} recorded`);
    },
    // What was marked stays, whatever the answer is.
    onError: (cause) => tell(cause.message),
  });
  const size = { row: sample.items.length, column: sample.attributes.length };
  const go = (to: Place): void => {
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to.row}.${to.column}"]`)?.focus();
  };
  const open = sample.voided === null;
  if (sample.items.length === 0) return null;
  return (
    <section className="section">
      <h2>Test sheet</h2>
      <ul className="attributes">
        {sample.attributes.map(({ letter, text, method }) => (
          <li key={letter}>
            <strong>{letter}</strong> {text} <span className="faint">{method}</span>
          </li>
        ))}
      </ul>
      <p className="note">
        In a mark: <kbd>p</kbd> pass, <kbd>d</kbd> deviation, <kbd>n</kbd> not tested, <kbd>Space</kbd> the
        next of them; arrows move.
      </p>
      <div className="table-wrap">
        <table ref={grid} className="table cards sheet">
          <caption className="sr">Test sheet of {sample.code}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                #
              </th>
              <th scope="col" className="grow">
                Item
              </th>
              {sample.attributes.map(({ letter }) => (
                <th key={letter} scope="col">
                  {letter}
                </th>
              ))}
              <th scope="col">Evidence</th>
              <th scope="col">Note</th>
              <th scope="col" className="hide-phone">
                Tested
              </th>
            </tr>
          </thead>
          <tbody>
            {sample.items.map((item, row) => (
              <SheetRow
                key={item.number}
                org={org}
                item={item}
                letters={sample.attributes.map(({ letter }) => letter)}
                drafts={drafts}
                change={(next) => setDrafts(withChange(drafts, item, next))}
                focus={{ row, at, size, go }}
                open={open}
              />
            ))}
          </tbody>
        </table>
      </div>
      {open ? (
        <div className="toolbar sheet-bar">
          <button
            type="button"
            className="button primary"
            disabled={drafts.size === 0 || record.isPending}
            title={drafts.size === 0 ? 'Mark something first' : undefined}
            onClick={() => record.mutate()}
          >
            Record {drafts.size === 0 ? 'results' : `${drafts.size} ${drafts.size === 1 ? 'item' : 'items'}`}
          </button>
          <label className="sheet-day">
            tested on{' '}
            <input
              className="input"
              type="date"
              required
              max={today}
              value={day}
              onChange={(event) => setDay(event.target.value || today)}
            />
          </label>
          {drafts.size > 0 ? (
            <button type="button" className="button quiet" onClick={() => setDrafts(NONE)}>
              Take the marks back
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
