// Short messages with an undo, outside React so that any change can leave one.

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => Promise<void>) | undefined;
}

const SHOWN_MS = 10_000;
let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

/** Shows a message for ten seconds. */
export function tell(text: string, undo?: () => Promise<void>): void {
  const toast = { id: next, text, undo };
  next += 1;
  set([...toasts.slice(-2), toast]);
  setTimeout(() => dismiss(toast.id), SHOWN_MS);
}

export function dismiss(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function current(): readonly Toast[] {
  return toasts;
}

function set(now: readonly Toast[]): void {
  toasts = now;
  for (const listener of listeners) listener();
}
