// People: who belongs here and what each may do; who was invited; which programs act in whose name.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useSession } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';
import { ChangeDialog, InviteDialog } from './MemberDialogs.tsx';
import { OwnershipSection } from './OwnershipSection.tsx';
import { RolesSection } from './RolesSection.tsx';
import { TokensSection } from './TokensSection.tsx';
import {
  rolesText,
  useInvitations,
  useMembers,
  useRoles,
  type Invitation,
  type Member,
  type RoleRow,
} from './usePeople.ts';

export function PeoplePage() {
  const { org } = useParams({ from: '/o/$org' });
  const members = useMembers(org);
  const roles = useRoles(org);
  const invitations = useInvitations(org);
  const may = useMay(org);
  return (
    <Loaded of={members}>
      {({ data }) => (
        <div className="page">
          <PageHead title="People" name="People" sentence={sentence(data, invitations.data?.data ?? [])} />
          <p className="small">
            <Link to="/o/$org/settings" params={{ org }}>
              Settings
            </Link>
          </p>
          <Members org={org} rows={data} roles={roles.data?.data ?? []} />
          <OwnershipSection org={org} members={data} roles={roles.data?.data ?? []} />
          <Invitations org={org} rows={invitations.data?.data ?? []} />
          {may('tokens.own') ? <TokensSection org={org} /> : null}
          <RolesSection org={org} rows={roles.data?.data ?? []} />
        </div>
      )}
    </Loaded>
  );
}

interface MembersProps {
  readonly org: string;
  readonly rows: readonly Member[];
  readonly roles: readonly RoleRow[];
}

function Members({ org, rows, roles }: MembersProps) {
  const may = useMay(org);
  const mode = useSession().data?.mode;
  const change = useChange(org);
  const [open, setOpen] = useState<'invite' | Member | undefined>();
  const active = rows.filter(({ state }) => state === 'active');
  return (
    <>
      <TableSection
        title="Members"
        rows={active}
        keyOf={({ id }) => id}
        file="members.csv"
        acts={
          may('members.change') && mode === 'team' ? (
            <button type="button" className="button primary" onClick={() => setOpen('invite')}>
              Invite somebody
            </button>
          ) : null
        }
        note={
          mode === 'local' ? (
            <p className="small muted">
              This Assay has one owner. Started with <code>--team</code>, it takes many people with accounts,
              and keeps everything.
            </p>
          ) : null
        }
        columns={[
          {
            name: 'Name',
            value: (row) => row.name,
            show: (row) => (
              <>
                {row.name} {row.you ? <span className="faint small">you</span> : null}
              </>
            ),
          },
          { name: 'Address', value: (row) => row.email ?? '', show: (row) => row.email ?? '—' },
          { name: 'Roles', value: (row) => rolesText(row.roles), show: (row) => rolesText(row.roles) },
          {
            name: 'Since',
            value: (row) => row.since,
            show: (row) => (
              <>
                {minuteText(row.since)} <span className="faint small">by {row.by}</span>
              </>
            ),
          },
          {
            name: 'Change',
            show: (row) =>
              may('members.change') ? (
                <span className="ids">
                  <button type="button" className="button quiet" onClick={() => setOpen(row)}>
                    Change<span className="sr"> what {row.name} holds</span>
                  </button>
                  {row.you ? null : (
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() =>
                        change.mutate({
                          act: () => api['members.end']({ params: { org, member: row.id } }),
                          done: `${row.name} no longer belongs here; their tokens have ended.`,
                        })
                      }
                    >
                      End<span className="sr"> the membership of {row.name}</span>
                    </button>
                  )}
                </span>
              ) : null,
          },
        ]}
      />
      {open === 'invite' ? <InviteDialog org={org} roles={roles} close={() => setOpen(undefined)} /> : null}
      {open !== undefined && open !== 'invite' ? (
        <ChangeDialog org={org} roles={roles} member={open} close={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}

function Invitations({ org, rows }: { readonly org: string; readonly rows: readonly Invitation[] }) {
  const may = useMay(org);
  const change = useChange(org);
  if (rows.length === 0) return null;
  return (
    <TableSection
      title="Invitations"
      rows={rows}
      keyOf={({ id }) => id}
      file="invitations.csv"
      columns={[
        { name: 'Address', value: (row) => row.email, show: (row) => row.email },
        { name: 'As', value: (row) => rolesText(row.roles), show: (row) => rolesText(row.roles) },
        { name: 'By', value: (row) => row.invited_by, show: (row) => row.invited_by },
        { name: 'State', value: (row) => row.state, show: (row) => row.state },
        { name: 'Until', value: (row) => row.expires_at, show: (row) => minuteText(row.expires_at) },
        {
          name: 'Withdraw',
          show: (row) =>
            row.state === 'open' && may('members.change') ? (
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  change.mutate({
                    act: () => api['invitations.withdraw']({ params: { org, invitation: row.id } }),
                    done: `The invitation of ${row.email} is withdrawn.`,
                  })
                }
              >
                Withdraw<span className="sr"> the invitation of {row.email}</span>
              </button>
            ) : null,
        },
      ]}
    />
  );
}

function sentence(members: readonly Member[], invitations: readonly Invitation[]): string {
  const active = members.filter(({ state }) => state === 'active').length;
  const open = invitations.filter(({ state }) => state === 'open').length;
  const people = `${active} ${active === 1 ? 'person belongs' : 'people belong'} to the organisation`;
  return open === 0
    ? `${people}.`
    : `${people}; ${open} ${open === 1 ? 'invitation is' : 'invitations are'} open.`;
}
