// Choosing, naming and forgetting views of the library.
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { isFiltered } from '../filter.ts';
import type { EvidenceSearch } from '../search.ts';
import { addressOfView, parseViews, READY, withView, type SavedView } from './savedViews.ts';

interface Props {
  readonly org: string;
  readonly search: EvidenceSearch;
  readonly go: (search: EvidenceSearch) => void;
}

export function Views({ org, search, go }: Props) {
  const key = `assay.views.${org}`;
  const [own, setOwn] = useState(() => parseViews(localStorage.getItem(key)));
  const [naming, setNaming] = useState(false);
  const keep = (next: readonly SavedView[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setOwn(next);
  };
  const all = [...READY, ...own];
  const named = all.find((view) => view.name === search.view);
  const bare = !isFiltered(search);
  const value = named?.name ?? (bare ? (READY[0]?.name ?? '') : '');
  return (
    <span className="views-of">
      <select
        className="input"
        aria-label="View"
        value={value}
        onChange={(event) => {
          const view = all.find((each) => each.name === event.target.value);
          if (view) go(addressOfView(view));
        }}
      >
        {value === '' ? <option value="">Own filter</option> : null}
        {all.map((view) => (
          <option key={view.name}>{view.name}</option>
        ))}
      </select>
      {bare ? null : own.some((view) => view.name === search.view) ? (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            keep(own.filter((view) => view.name !== search.view));
            go({ ...search, view: undefined });
          }}
        >
          Forget this view
        </button>
      ) : named ? null : (
        <button type="button" className="button quiet" onClick={() => setNaming(true)}>
          Save view …
        </button>
      )}
      {naming ? (
        <NameView
          close={() => setNaming(false)}
          save={(name) => {
            const { view: _, ...rest } = search;
            keep(withView(own, { name, search: rest }));
            go({ ...rest, view: name });
          }}
        />
      ) : null}
    </span>
  );
}

function NameView(props: { readonly close: () => void; readonly save: (name: string) => void }) {
  const [name, setName] = useState('');
  const taken = READY.some((view) => view.name === name.trim());
  return (
    <Dialog title="Save this view" close={props.close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.close();
          props.save(name.trim());
        }}
      >
        <label className="field">
          <span>Its name; the filters and the order are kept in this browser</span>
          <input
            className="input"
            autoFocus
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {taken ? <p className="problem small">A view of that name is always there.</p> : null}
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={taken}>
            Save view
          </button>
          <button type="button" className="button quiet" onClick={props.close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
