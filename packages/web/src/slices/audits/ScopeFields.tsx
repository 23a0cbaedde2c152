// The scope of an audit: whole clauses and themes with what no audit has yet, and single requirements beside them.
import { useMemo } from 'react';
import { Picker } from '../../ui/Picker.tsx';
import { idOf, SECTION_NAMES, type Covered } from './audits.ts';
import { sectionsOf, type Chosen } from './scope.ts';

interface Props {
  readonly requirements: readonly Covered[];
  readonly chosen: Chosen;
  readonly change: (next: Chosen) => void;
}

export function ScopeFields({ requirements, chosen, change }: Props) {
  const sections = useMemo(() => sectionsOf(requirements), [requirements]);
  const choices = useMemo(
    () => requirements.map(({ requirement, title }) => ({ key: idOf(requirement), label: title })),
    [requirements],
  );
  const turn = (section: string, on: boolean): void =>
    change({
      ...chosen,
      sections: on ? [...chosen.sections, section] : chosen.sections.filter((each) => each !== section),
    });
  return (
    <>
      <fieldset>
        <legend>Scope: clauses and themes, each with how much of it no audit has yet</legend>
        <div className="scope">
          {sections.map(({ id, all, open }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.sections.includes(id)}
                onChange={(event) => turn(id, event.target.checked)}
              />
              <span className="mono">{id}</span> {SECTION_NAMES[id] ?? ''}
              <span className="num muted">
                {open} / {all}
              </span>
            </label>
          ))}
        </div>
        <label>
          <input
            type="checkbox"
            checked={chosen.onlyOpen}
            onChange={(event) => change({ ...chosen, onlyOpen: event.target.checked })}
          />{' '}
          Only what no audit of the programme has yet
        </label>
      </fieldset>
      <Picker
        name="Single requirements beside them"
        hint="A.5.18, or words"
        choices={choices}
        value={chosen.single}
        change={(single) => change({ ...chosen, single })}
      />
      {chosen.without.length === 0 ? null : (
        <p className="muted">
          Left out: {chosen.without.map(idOf).join(', ')}.{' '}
          <button type="button" className="plain" onClick={() => change({ ...chosen, without: [] })}>
            Take them in again
          </button>
        </p>
      )}
    </>
  );
}
