// Messages at the edge, each with its undo.
import { useSyncExternalStore } from 'react';
import { current, dismiss, subscribe, tell } from '../data/toasts.ts';

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, current);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div className="toast" key={toast.id}>
          <span>{toast.text}</span>
          {toast.undo ? (
            <button
              type="button"
              onClick={() => {
                dismiss(toast.id);
                toast.undo?.().then(
                  () => tell('Undone.'),
                  () => tell('It could not be undone.'),
                );
              }}
            >
              Undo
            </button>
          ) : null}
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(toast.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
