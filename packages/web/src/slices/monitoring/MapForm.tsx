// Says for which controls one check speaks.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Picker, type Choice } from '../../ui/Picker.tsx';

interface Props {
  readonly org: string;
  readonly check: string;
  readonly before: readonly string[];
  readonly start: readonly string[];
  readonly choices: readonly Choice[];
  readonly close?: () => void;
}

export function MapForm({ org, check, before, start, choices, close }: Props) {
  const [codes, setCodes] = useState(start);
  const change = useChange(org);
  const put = (controls: readonly string[]) =>
    api['checks.map']({ params: { org, check }, body: { controls: [...controls] } });
  const same = [...codes].sort().join() === [...before].sort().join();
  return (
    <form
      className="map-form"
      onSubmit={(event) => {
        event.preventDefault();
        close?.();
        change.mutate({
          act: () => put(codes),
          done:
            codes.length === 0
              ? `${check} speaks for no control.`
              : `${check} speaks for ${codes.join(', ')}.`,
          undo: () => put(before),
        });
      }}
    >
      <Picker
        name="Controls that it speaks for"
        hint="C-53, or words of its name"
        choices={choices}
        value={codes}
        change={setCodes}
      />
      <span className="toolbar">
        <button type="submit" className="button" disabled={same || change.isPending}>
          {codes.length === 0 && before.length > 0 ? 'Take the mapping away' : 'Map'}
          <span className="sr"> {check}</span>
        </button>
        {close ? (
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        ) : null}
      </span>
    </form>
  );
}
