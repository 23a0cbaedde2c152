// A button that opens a short list of acts. Escape, a click outside or a choice closes it; arrows walk.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  /** What a screen reader calls it where the label is a mere sign. */
  readonly name?: string;
  readonly className?: string;
  readonly side?: 'left' | 'right';
  readonly children: ReactNode;
}

export function Menu({ label, name, className = 'button quiet', side = 'left', children }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const menu = box.current;
    if (!open || !menu) return;
    return whileOpen(menu, () => setOpen(false));
  }, [open]);
  return (
    <div className="menu-box" ref={box}>
      <button
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div id={id} className={`menu menu-${side}`}>
          {children}
        </div>
      ) : null}
    </div>
  );
}

/** Focus goes in, arrows walk, and everything that ends a menu ends it; returns how to stop listening. */
function whileOpen(box: HTMLElement, close: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  box.querySelector<HTMLElement>('.menu :is(a, button, input, select)')?.focus();
  addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !box.contains(target)) close();
    },
    { signal },
  );
  box.addEventListener(
    'click',
    ({ target }) => {
      // After the click has reached React: a button that is gone by then would not be heard.
      if (target instanceof Element && target.closest('.menu :is(a, button.act)')) setTimeout(close);
    },
    { signal },
  );
  box.addEventListener('keydown', (event) => onKey(event, box, close), { signal });
  return () => stop.abort();
}

function onKey(event: KeyboardEvent, box: HTMLElement, close: () => void): void {
  if (event.key === 'Escape') {
    close();
    box.querySelector('button')?.focus();
    event.stopPropagation();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...box.querySelectorAll<HTMLElement>('.menu :is(a, button)')];
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
  event.preventDefault();
}
