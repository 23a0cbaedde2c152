// A button that opens a short list of acts. Escape, a click outside or a choice closes it; arrows walk.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

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
    if (!open) return;
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    box.current?.querySelector<HTMLElement>('.menu :is(a, button, input, select)')?.focus();
    return () => removeEventListener('pointerdown', outside);
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      setOpen(false);
      box.current?.querySelector('button')?.focus();
      event.stopPropagation();
    }
    if (!open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const items = [...(box.current?.querySelectorAll<HTMLElement>('.menu :is(a, button)') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
    event.preventDefault();
  };
  return (
    <div className="menu-box" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        <div
          id={id}
          className={`menu menu-${side}`}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a, button.act')) setOpen(false);
          }}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}
