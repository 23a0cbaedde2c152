// Several of a long list, by typing: chosen ones stand as removable ids, the list below narrows with the words.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import './picker.css';

export interface Choice {
  /** What is chosen, for example C-43. */
  readonly key: string;
  readonly label: string;
}

interface Props {
  readonly name: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly change: (next: readonly string[]) => void;
}

const MOST = 8;

export function Picker({ name, hint, choices, value, change }: Props) {
  const id = useId();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => choices.filter((choice) => !value.includes(choice.key) && matches(choice, words)).slice(0, MOST),
    [choices, value, words],
  );
  const add = (choice: Choice | undefined): void => {
    if (!choice) return;
    change([...value, choice.key]);
    setWords('');
    setAt(0);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter' && open) add(found[at]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Backspace' && words === '') return change(value.slice(0, -1));
    else return;
    setOpen(event.key !== 'Escape');
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = open && found.length > 0;
  return (
    <div className="picker">
      <label htmlFor={`${id}-words`}>{name}</label>
      <div className="picker-box">
        {value.map((key) => (
          <button
            key={key}
            type="button"
            className="picked-id id"
            aria-label={`Take ${key} out`}
            title={choices.find((choice) => choice.key === key)?.label}
            onClick={() => change(value.filter((each) => each !== key))}
          >
            {key} <span aria-hidden="true">×</span>
          </button>
        ))}
        <input
          id={`${id}-words`}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${at}` : undefined}
          placeholder={value.length === 0 ? hint : undefined}
          value={words}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKey}
          onChange={(event) => {
            setWords(event.target.value);
            setOpen(true);
            setAt(0);
          }}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={name} hidden={!shown}>
        {found.map((choice, i) => (
          <li
            key={choice.key}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onPointerDown={(event) => {
              event.preventDefault();
              add(choice);
            }}
          >
            <span className="id">{choice.key}</span> {choice.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function matches({ key, label }: Choice, words: string): boolean {
  const text = `${key} ${label}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
