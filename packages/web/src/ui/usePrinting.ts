// Whether the page is being printed: paper gets every row, a screen only those in sight.
import { useSyncExternalStore } from 'react';

let printing = false;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  printing = now;
  for (const listener of listeners) listener();
}

if (typeof addEventListener === 'function') {
  addEventListener('beforeprint', () => set(true));
  addEventListener('afterprint', () => set(false));
}

export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => printing,
  );
}
