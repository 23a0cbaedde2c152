// Inviting somebody, and changing what a member holds.
import type { Output, Routes } from '@assay/contract';
import { useRef, useState } from 'react';
import { api } from '../../../data/api.ts';
import { Copy } from '../../../ui/Copy.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FRESH_GRANT, GrantField, grantIn, type GrantDraft } from './GrantField.tsx';
import type { Member, RoleRow } from './usePeople.ts';

interface Props {
  readonly org: string;
  readonly roles: readonly RoleRow[];
  readonly close: () => void;
}

type Invited = Output<Routes['invitations.create']>;

export function InviteDialog({ org, roles, close }: Props) {
  const [email, setEmail] = useState('');
  const [grant, setGrant] = useState<GrantDraft>(FRESH_GRANT);
  const [made, setMade] = useState<Invited | undefined>();
  // The link is shown before the dialog goes: closing waits for it.
  const sent = useRef(false);
  if (made)
    return (
      <Dialog title={`${made.email} is invited`} close={close}>
        <p className="prose">
          {made.mailed
            ? 'The link was mailed. It works once, for seven days, and is not shown again.'
            : 'No letter could be sent. Hand the link over yourself: it works once, for seven days, and is not shown again.'}
        </p>
        <p>
          <Copy text={made.link} what="the link" />
        </p>
        <button type="button" className="button primary" onClick={close}>
          Done
        </button>
      </Dialog>
    );
  return (
    <FormDialog
      org={org}
      title="Invite somebody"
      act="Invite"
      send={async () => {
        const answer = await api['invitations.create']({
          params: { org },
          body: { email, grants: [grantIn(grant)] },
        });
        if (answer.ok) {
          sent.current = true;
          setMade(answer.value.data);
        }
        return answer;
      }}
      done={`${email} is invited.`}
      undo={({ id }) => api['invitations.withdraw']({ params: { org, invitation: id } })}
      close={() => {
        if (!sent.current) close();
      }}
    >
      <label className="field">
        <span>E-mail address</span>
        <input
          className="input"
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <GrantField roles={roles} value={grant} change={setGrant} />
    </FormDialog>
  );
}

export function ChangeDialog({ org, roles, member, close }: Props & { readonly member: Member }) {
  const [first] = member.roles;
  const [grant, setGrant] = useState<GrantDraft>(
    first ? { role: first.role, kind: first.within.kind, id: first.within.id ?? '' } : FRESH_GRANT,
  );
  const put = (grants: Parameters<(typeof api)['members.change']>[0]['body']['grants'], revision: number) =>
    api['members.change']({ params: { org, member: member.id }, body: { grants }, ifMatch: `"${revision}"` });
  return (
    <FormDialog
      org={org}
      title={`What ${member.name} holds`}
      act="Give this instead"
      send={() => put([grantIn(grant)], member.revision)}
      done={`${member.name}: changed.`}
      undo={(made) =>
        put(
          member.roles.map(({ role, within }) => ({ role, within })),
          made.revision,
        )
      }
      close={close}
    >
      <GrantField roles={roles} value={grant} change={setGrant} />
    </FormDialog>
  );
}
