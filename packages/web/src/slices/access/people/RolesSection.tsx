// Roles: what each permits, how many hold it; those of one's own can be made, changed and ended.
import { PERMISSION_WORDS, PERMISSIONS, type Permission } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { PermissionsField } from './PermissionsField.tsx';
import type { RoleRow } from './usePeople.ts';

interface Props {
  readonly org: string;
  readonly rows: readonly RoleRow[];
}

export function RolesSection({ org, rows }: Props) {
  const may = useMay(org);
  const change = useChange(org);
  const [open, setOpen] = useState<'new' | RoleRow | undefined>();
  return (
    <>
      <TableSection
        title="Roles"
        rows={rows}
        keyOf={({ id }) => id}
        file="roles.csv"
        acts={
          may('roles.change') ? (
            <button type="button" className="button" onClick={() => setOpen('new')}>
              Make a role
            </button>
          ) : null
        }
        columns={[
          {
            name: 'Role',
            value: (row) => row.title,
            show: (row) => (
              <>
                {row.title} {row.own ? <span className="faint small">own</span> : null}
              </>
            ),
          },
          { name: 'What it is for', grow: true, value: (row) => row.about, show: (row) => row.about },
          { name: 'Held by', value: (row) => row.held_by, show: (row) => heldText(row.held_by) },
          {
            name: 'Permits',
            value: (row) => row.permissions.join(', '),
            show: (row) => (
              <details>
                <summary>
                  {row.permissions.length} of {PERMISSIONS.length}
                </summary>
                <ul className="small">
                  {row.permissions.map((permission) => (
                    <li key={permission}>{PERMISSION_WORDS[permission]}</li>
                  ))}
                </ul>
              </details>
            ),
          },
          {
            name: 'Change',
            show: (row) =>
              row.own && may('roles.change') ? (
                <span className="ids">
                  <button type="button" className="button quiet" onClick={() => setOpen(row)}>
                    Change<span className="sr"> the role {row.title}</span>
                  </button>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() =>
                      change.mutate({
                        act: () => api['roles.end']({ params: { org, role: row.id } }),
                        done: `The role ${row.title} has ended.`,
                      })
                    }
                  >
                    End<span className="sr"> the role {row.title}</span>
                  </button>
                </span>
              ) : null,
          },
        ]}
      />
      {open === undefined ? null : (
        <RoleDialog org={org} role={open === 'new' ? undefined : open} close={() => setOpen(undefined)} />
      )}
    </>
  );
}

function heldText(count: number): string {
  if (count === 0) return 'nobody';
  return count === 1 ? '1 person' : `${count} people`;
}

interface DialogProps {
  readonly org: string;
  readonly role: RoleRow | undefined;
  readonly close: () => void;
}

function RoleDialog({ org, role, close }: DialogProps) {
  const may = useMay(org);
  const [title, setTitle] = useState(role?.title ?? '');
  const [about, setAbout] = useState(role?.about ?? '');
  const [permissions, setPermissions] = useState<readonly Permission[]>(role?.permissions ?? []);
  const body = { title, about, permissions: [...permissions] };
  return (
    <FormDialog
      org={org}
      title={role ? `The role ${role.title}` : 'Make a role'}
      act={role ? 'Change it' : 'Make it'}
      send={() =>
        role
          ? api['roles.change']({ params: { org, role: role.id }, body, ifMatch: `"${role.revision}"` })
          : api['roles.create']({ params: { org }, body })
      }
      done={`${title}: kept.`}
      undo={(made) =>
        role
          ? api['roles.change']({
              params: { org, role: role.id },
              body: { title: role.title, about: role.about, permissions: role.permissions },
              ifMatch: `"${made.revision}"`,
            })
          : api['roles.end']({ params: { org, role: made.id } })
      }
      close={close}
    >
      <label className="field">
        <span>Title</span>
        <input
          className="input"
          required
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="field">
        <span>What it is for</span>
        <input
          className="input"
          maxLength={300}
          value={about}
          onChange={(event) => setAbout(event.target.value)}
        />
      </label>
      <PermissionsField legend="It permits to" mayHold={may} value={permissions} change={setPermissions} />
    </FormDialog>
  );
}
