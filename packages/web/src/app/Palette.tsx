// Go, do, find by id: one box for all three.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, useOrg } from '../data/api.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

export function Palette({ org, close }: { readonly org: string; readonly close: () => void }) {
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const controls = useOrg(org, ['controls'], () => api['controls.list']({ params: { org } }));
  const evidence = useOrg(org, ['palette', words], () =>
    api['evidence.list']({ params: { org }, query: { limit: '5', q: words } }),
  );
  useEffect(() => dialog.current?.showModal(), []);
  const entries = useMemo((): readonly Entry[] => {
    const go = (id: string, label: string, hint: string, run: () => void): Entry => ({
      id,
      label,
      hint,
      run,
    });
    const fixed = [
      go('home', 'Home', 'g h', () => void navigate({ to: '/o/$org', params: { org } })),
      go('controls', 'Controls', 'g c', () => void navigate({ to: '/o/$org/controls', params: { org } })),
      go(
        'iso',
        'ISO/IEC 27001 view',
        '',
        () => void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'iso27001:2022' } }),
      ),
      go(
        'soc2',
        'SOC 2 view',
        '',
        () => void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'soc2:2017' } }),
      ),
      go('crosswalk', 'Crosswalk', 'g x', () => void navigate({ to: '/o/$org/crosswalk', params: { org } })),
      go('evidence', 'Evidence', 'g e', () => void navigate({ to: '/o/$org/evidence', params: { org } })),
      go('import', 'Import a file', 'g i', () => void navigate({ to: '/o/$org/import', params: { org } })),
      go('checks', 'Checks', 'g k', () => void navigate({ to: '/o/$org/checks', params: { org } })),
      go('settings', 'Settings', 'g s', () => void navigate({ to: '/o/$org/settings', params: { org } })),
      go('start', 'Start my own organisation', '', () => void navigate({ to: '/start' })),
    ];
    const found = (controls.data?.data ?? []).map((control) =>
      go(
        control.code,
        `${control.code} ${control.name}`,
        'control',
        () => void navigate({ to: '/o/$org/controls/$control', params: { org, control: control.code } }),
      ),
    );
    const records = (evidence.data?.data ?? []).map((each) =>
      go(
        each.code,
        `${each.code} ${each.title}`,
        'evidence',
        () => void navigate({ to: '/o/$org/evidence/$evidence', params: { org, evidence: each.code } }),
      ),
    );
    const wanted = words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const match = (entry: Entry): boolean => wanted.every((word) => entry.label.toLowerCase().includes(word));
    return [...fixed.filter(match), ...(wanted.length > 0 ? [...found.filter(match), ...records] : [])].slice(
      0,
      12,
    );
  }, [controls.data, evidence.data, navigate, org, words]);
  const choose = (entry: Entry | undefined): void => {
    if (!entry) return;
    close();
    entry.run();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') choose(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" onClose={close} aria-label="Go, do or find">
      <input
        autoFocus
        value={words}
        placeholder="Go, do, or find by id: C-07, E-12 …"
        aria-label="Search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[at] ? `palette-${entries[at].id}` : undefined}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="palette-list" role="listbox" aria-label="Results">
        {entries.map((entry, i) => (
          <li key={entry.id} id={`palette-${entry.id}`} role="option" aria-selected={i === at}>
            <button type="button" tabIndex={-1} onClick={() => choose(entry)}>
              {entry.label}
              <span className="faint small">{entry.hint}</span>
            </button>
          </li>
        ))}
        {entries.length === 0 ? (
          <li className="muted" role="option" aria-selected="false">
            Nothing has that name.
          </li>
        ) : null}
      </ul>
    </dialog>
  );
}
