// Where the keyboard stands in the strip. The grid is one tab stop; its cell follows the keys.
import { walkStrip, type StripCell, type StripColumns, type StripRow } from '@assay/core';
import { useState, type KeyboardEvent } from 'react';

interface Walk {
  readonly rows: readonly StripRow[];
  readonly columns: StripColumns;
  /** Where the keyboard begins. */
  readonly start: StripCell;
  readonly page: () => number;
  readonly enter: (cell: StripCell) => void;
  /** W: what was known on the day; T: back to today. */
  readonly known: (cell: StripCell) => void;
  readonly today: () => void;
  readonly moved: (cell: StripCell) => void;
}

export function useWalk({ rows, columns, start, page, enter, known, today, moved }: Walk) {
  const [held, setHeld] = useState<StripCell>(start);
  const [focused, setFocused] = useState(false);
  // A filter may have taken the row away; the window may have changed.
  const cell = {
    row: Math.max(0, Math.min(held.row, rows.length - 1)),
    column: Math.max(0, Math.min(held.column, columns.count - 1)),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || rows.length === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      enter(cell);
      return;
    }
    if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key === 'w') known(cell);
      if (key === 't') today();
    }
    const grid = { rows, columns: columns.count, page: page() };
    const next = walkStrip(cell, { key: event.key, jump: event.ctrlKey || event.metaKey }, grid);
    if (!next || event.altKey) return;
    event.preventDefault();
    setHeld(next);
    moved(next);
  };
  return {
    cell,
    focused,
    go: setHeld,
    onKeyDown,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}
