// Single keys that act on the row in focus; they stand aside while somebody types, a dialog is open,
// or g was pressed just before (g and a letter goes to a place).
import { useEffect, useRef } from 'react';
import { shortcutsOn } from '../app/shortcuts.ts';

type Act = (row: string | undefined) => void;

const AFTER_G_MS = 1000;

/** `acts` by key as the keyboard gives it: `a`, `X` with shift. The row is the one that holds the focus. */
export function useRowKeys(acts: Readonly<Record<string, Act>>): void {
  const held = useRef(acts);
  useEffect(() => {
    held.current = acts;
  });
  useEffect(() => {
    let g = -AFTER_G_MS;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn() || busy(event.target)) return;
      const going = event.timeStamp - g < AFTER_G_MS;
      if (event.key === 'g') g = event.timeStamp;
      const act = held.current[event.key];
      if (!act || going) return;
      event.preventDefault();
      act(rowInFocus());
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Key of the row that holds the focus. */
function rowInFocus(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('tr[data-key]')?.dataset['key'];
}

/** Moves the focus to a row's first link, once it is drawn. */
export function focusRow(key: string | undefined): void {
  if (key === undefined) return;
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"] a.id`)?.focus(),
  );
}

function busy(target: EventTarget | null): boolean {
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox'));
  return typing || document.querySelector('dialog[open]') !== null;
}
