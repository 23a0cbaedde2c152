// Go, do, find by id: one box for all three.
import { useEffect, useMemo, useRef, useState } from 'react';
import { matching, type Entry } from './entries.ts';
import { useEntries } from './useEntries.ts';

interface Props {
  readonly org: string;
  readonly close: () => void;
  readonly help: () => void;
}

export function Palette({ org, close, help }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(org, words, help);
  const shown = useMemo(() => matching(entries, words), [entries, words]);
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    const outside = (event: MouseEvent): void => {
      if (event.target === box) box?.close();
    };
    box?.addEventListener('click', outside);
    return () => box?.removeEventListener('click', outside);
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (entry: Entry | undefined): void => {
    if (!entry) return;
    close();
    entry.run();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') choose(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" onClose={close} aria-label="Go, do or find">
      <input
        autoFocus
        value={words}
        placeholder="Go, do, or find by id: C-07, CC6.1, E-12"
        aria-label="Go, do or find"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown[at] ? `palette-${at}` : undefined}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="palette-list" role="listbox" aria-label="Results" ref={list}>
        {shown.map((entry, i) => (
          <li
            key={`${entry.kind}${entry.hint}${entry.id}`}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === at}
          >
            <button type="button" tabIndex={-1} onClick={() => choose(entry)} onMouseMove={() => setAt(i)}>
              <span className="palette-label">{entry.label}</span>
              <span className="faint small">{entry.hint || entry.kind}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 ? (
          <li className="muted palette-none" role="option" aria-selected="false">
            Nothing has that name or id.
          </li>
        ) : null}
      </ul>
    </dialog>
  );
}
