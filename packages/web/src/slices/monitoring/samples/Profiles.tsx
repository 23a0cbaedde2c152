// Profiles of sizes: those that come along and the organisation's own, with what can be done with each.
import { ruleSentence } from '@assay/core';
import { useState } from 'react';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { useProfileActs, useProfiles, type Profile } from './profiles.ts';

interface Asked {
  readonly from: Profile;
  readonly held: Profile | undefined;
}

export function Profiles({ org }: { readonly org: string }) {
  const profiles = useProfiles(org);
  const [asked, setAsked] = useState<Asked>();
  const { drop } = useProfileActs(org);
  const copy = (from: Profile): void =>
    setAsked({ from: { ...from, name: '', title: '', source: '' }, held: undefined });
  const [first] = profiles;
  const columns: readonly SmallColumn<Profile>[] = [
    { name: 'Profile', value: (row) => row.name, show: (row) => <span className="id">{row.name}</span> },
    {
      name: 'Size',
      grow: true,
      value: (row) => `${row.title}: ${ruleSentence(row.rule)}`,
      show: (row) => (
        <>
          {row.title}: {ruleSentence(row.rule)}
          <small className="muted">{row.source}</small>
        </>
      ),
    },
    {
      name: 'Version',
      value: (row) => row.revision,
      show: (row) =>
        row.changed ? (
          <span title={`${row.changed.by}, ${row.changed.at.slice(0, 10)}`}>{row.revision}</span>
        ) : (
          <span className="faint">comes along</span>
        ),
    },
    {
      name: 'Acts',
      show: (row) => (
        <span className="ids">
          <button
            type="button"
            className="button quiet"
            aria-label={`Copy ${row.name}`}
            onClick={() => copy(row)}
          >
            Copy
          </button>
          {row.builtIn ? null : (
            <>
              <button
                type="button"
                className="button quiet"
                aria-label={`Edit ${row.name}`}
                onClick={() => setAsked({ from: row, held: row })}
              >
                Edit
              </button>
              <button
                type="button"
                className="button quiet"
                aria-label={`Drop ${row.name}`}
                onClick={() => drop(row)}
              >
                Drop
              </button>
            </>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <TableSection
        title="Sizes by profile"
        file="sample-profiles"
        rows={profiles}
        columns={columns}
        more={[{ name: 'Source', value: (row) => row.source }]}
        keyOf={(row) => row.name}
        acts={
          first ? (
            <button type="button" className="button" onClick={() => copy(first)}>
              New profile
            </button>
          ) : null
        }
        note={
          <p className="small muted">
            No standard prescribes a size. A draw keeps the version that it took, so its reason stays true.
          </p>
        }
      />
      {asked ? (
        <ProfileForm org={org} from={asked.from} held={asked.held} close={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}
