// Keys: Ctrl or Cmd K opens the palette, g and a letter goes to a place, / filters, j and k walk, ? shows them all.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const GO = {
  h: '/o/$org',
  a: '/o/$org/audits',
  c: '/o/$org/controls',
  d: '/o/$org/policies',
  e: '/o/$org/evidence',
  f: '/o/$org/frameworks',
  i: '/o/$org/import',
  k: '/o/$org/checks',
  m: '/o/$org/work',
  o: '/o/$org/company',
  p: '/o/$org/plan',
  r: '/o/$org/risks',
  s: '/o/$org/settings',
  w: '/o/$org/windows',
  x: '/o/$org/crosswalk',
  y: '/o/$org/path',
} as const;

/** No g was pressed; 0 would be the moment in which the page began. */
const NEVER = Number.NEGATIVE_INFINITY;

/** Single keys can be turned off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  return localStorage.getItem('assay.keys') !== 'off';
}

export function useShortcuts(
  org: string,
  on: { readonly palette: () => void; readonly help: () => void },
): void {
  const navigate = useNavigate();
  const pending = useRef(NEVER);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        on.palette();
        return;
      }
      const target = event.target;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
      if (
        typing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        !shortcutsOn() ||
        document.querySelector('dialog[open]')
      )
        return;
      if (event.key === '?') on.help();
      else if (event.key === '/') focusFilter(event);
      else if (event.key === 'g') pending.current = event.timeStamp;
      else if (event.key === 'j' || event.key === 'k') moveFocus(event.key === 'j' ? 1 : -1, event);
      else if (event.timeStamp - pending.current < 1000) {
        const key = event.key;
        pending.current = NEVER;
        if (isPlace(key)) void navigate({ to: GO[key], params: { org } });
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [navigate, on, org]);
}

function isPlace(key: string): key is keyof typeof GO {
  return Object.hasOwn(GO, key);
}

/** Puts the cursor into the list's filter. */
function focusFilter(event: KeyboardEvent): void {
  const filter = document.querySelector<HTMLInputElement>('.toolbar input[type=search]');
  if (!filter) return;
  filter.focus();
  filter.select();
  event.preventDefault();
}

/** Moves among the rows of a list: each row's first link is its handle. */
function moveFocus(step: number, event: KeyboardEvent): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.table tbody tr a.id')];
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}
