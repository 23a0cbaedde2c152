// A role and how far it reaches, as one is given.
import type { ReachKind } from '@assay/core';
import { Select } from '../../../ui/Select.tsx';
import type { RoleRow } from './usePeople.ts';

export interface GrantDraft {
  readonly role: string;
  readonly kind: ReachKind;
  readonly id: string;
}

export const FRESH_GRANT: GrantDraft = { role: 'contributor', kind: 'organisation', id: '' };

interface Props {
  readonly roles: readonly RoleRow[];
  readonly value: GrantDraft;
  readonly change: (next: GrantDraft) => void;
}

/** Those that members are given; an auditor is invited into a room instead. */
export function GrantField({ roles, value, change }: Props) {
  const given = roles.filter((role) => role.given === 'organisation');
  const chosen = given.find(({ id }) => id === value.role);
  return (
    <>
      <label className="field">
        <span>Role</span>
        <select
          className="input"
          value={value.role}
          onChange={(event) => change({ ...value, role: event.target.value })}
        >
          {given.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {chosen ? <p className="small muted">{chosen.about}</p> : null}
      <Select
        name="It reaches"
        of={['organisation', 'framework', 'system'] as const}
        value={value.kind === 'engagement' ? 'organisation' : value.kind}
        change={(kind) => change({ ...value, kind, id: '' })}
      />
      {value.kind === 'organisation' ? null : (
        <label className="field">
          <span>
            {value.kind === 'framework' ? 'Which framework, for example soc2:2017' : 'Which system'}
          </span>
          <input
            className="input"
            required
            maxLength={120}
            value={value.id}
            onChange={(event) => change({ ...value, id: event.target.value })}
          />
        </label>
      )}
    </>
  );
}

export function grantIn({ role, kind, id }: GrantDraft) {
  return { role, within: kind === 'organisation' ? { kind } : { kind, id } };
}
