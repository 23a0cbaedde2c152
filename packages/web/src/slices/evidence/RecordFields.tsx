// The fields of a record that people set: title, kind, days, freshness, controls. The import form and the edit dialog share them.
import { EVIDENCE_KINDS } from '@assay/core';
import { Picker } from '../../ui/Picker.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useControlChoices } from './useControlChoices.ts';

export interface Fields {
  readonly title: string;
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly performed: string;
  /** First and last day that it covers; both empty when it covers that day alone. */
  readonly first: string;
  readonly last: string;
  /** Days that it stays fresh; empty where each control's rule holds. */
  readonly fresh: string;
  readonly controls: readonly string[];
}

interface Props {
  readonly org: string;
  readonly value: Fields;
  readonly change: (next: Fields) => void;
  /** Which values were guessed, and from what. */
  readonly guessed?: Readonly<Partial<Record<keyof Fields, string>>>;
  /** Shown in place of a title that the file gives itself; without it a title is needed. */
  readonly titleHint?: string | undefined;
}

export function RecordFields({ org, value, change, guessed = {}, titleHint }: Props) {
  const choices = useControlChoices(org);
  const set = (part: Partial<Fields>): void => change({ ...value, ...part });
  const today = useToday();
  return (
    <div className="record-fields">
      <label className="field wide">
        <span>
          Title <Guess from={guessed.title} />
        </span>
        <input
          className="input"
          required={titleHint === undefined}
          placeholder={titleHint}
          maxLength={200}
          value={value.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
      <Select
        name={guessed.kind === undefined ? 'Kind' : `Kind (guessed from ${guessed.kind})`}
        of={EVIDENCE_KINDS}
        value={value.kind}
        change={(kind) => set({ kind })}
      />
      <label className="field">
        <span>
          Performed on <Guess from={guessed.performed} />
        </span>
        <input
          className="input"
          type="date"
          max={today}
          value={value.performed}
          onChange={(event) => set({ performed: event.target.value })}
        />
      </label>
      <label className="field">
        <span>
          Covers from, if more than that day <Guess from={guessed.first} />
        </span>
        <input
          className="input"
          type="date"
          value={value.first}
          onChange={(event) => set({ first: event.target.value })}
        />
      </label>
      <label className="field">
        <span>to, this day included</span>
        <input
          className="input"
          type="date"
          min={value.first}
          value={value.last}
          onChange={(event) => set({ last: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Stays fresh for, days</span>
        <input
          className="input num"
          type="number"
          min={1}
          max={3650}
          step={1}
          placeholder="as each control says"
          value={value.fresh}
          onChange={(event) => set({ fresh: event.target.value })}
        />
      </label>
      <div className="wide">
        <Picker
          name={guessed.controls === undefined ? 'Controls' : `Controls (guessed from ${guessed.controls})`}
          hint="C-07, or words of its name"
          choices={choices}
          value={value.controls}
          change={(controls) => set({ controls })}
        />
      </div>
    </div>
  );
}

function Guess({ from }: { readonly from: string | undefined }) {
  return from === undefined ? null : <em className="guess">guessed from {from}</em>;
}
