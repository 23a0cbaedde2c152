// What may happen to a policy next: it is written, approved, published, confirmed, retired.
import { OWNER_ROLES, type OwnerRole } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useSession } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { NewerFile } from './NewerFile.tsx';
import { peopleOf, tagOf, type Policy } from './policies.ts';

interface Props {
  readonly org: string;
  readonly policy: Policy;
}
type Asked = 'approve' | 'publish' | 'confirm' | 'newer' | 'retire';

export function PolicyActs({ org, policy }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const ifMatch = tagOf(policy);
  if (ifMatch === undefined)
    return (
      <Link className="button" to="/o/$org/policies/$policy" params={{ org, policy: policy.code }}>
        Back to the newest version
      </Link>
    );
  const waits = policy.state !== 'retired' && policy.next === policy.version;
  const close = (): void => setAsked(undefined);
  const act = (name: string, of: Asked, primary = false) => (
    <button type="button" className={`button ${primary ? 'primary' : ''}`} onClick={() => setAsked(of)}>
      {name}
    </button>
  );
  const dialog = { org, policy, ifMatch, close };
  return (
    <>
      {waits && !policy.approval && policy.missing.length === 0
        ? act(`Approve version ${policy.version} …`, 'approve', true)
        : null}
      {waits && policy.approval ? act(`Publish version ${policy.version} …`, 'publish', true) : null}
      {policy.in_force === null ? null : act('Confirm …', 'confirm')}
      {policy.file ? act('Bring a newer file …', 'newer') : null}
      <Link
        className={`button ${policy.missing.length > 0 ? 'primary' : ''}`}
        to="/o/$org/policies/$policy/edit"
        params={{ org, policy: policy.code }}
      >
        {policy.missing.length > 0
          ? `Fill ${policy.missing.length} ${policy.missing.length === 1 ? 'place' : 'places'}`
          : policy.approval && policy.filled !== ''
            ? `Write version ${policy.version + 1}`
            : 'Edit'}
      </Link>
      <PrintLinks org={org} document="policy" of={policy.code} />
      {policy.state === 'retired' ? null : (
        <button type="button" className="button quiet" onClick={() => setAsked('retire')}>
          Retire …
        </button>
      )}
      {asked === 'approve' ? <ApproveDialog {...dialog} /> : null}
      {asked === 'publish' ? <PublishDialog {...dialog} /> : null}
      {asked === 'confirm' ? <ConfirmDialog org={org} policy={policy} close={close} /> : null}
      {asked === 'newer' ? <NewerFile {...dialog} /> : null}
      {asked === 'retire' ? <RetireDialog {...dialog} /> : null}
    </>
  );
}

interface Dialog extends Props {
  readonly ifMatch: string;
  readonly close: () => void;
}

function ApproveDialog({ org, policy, ifMatch, close }: Dialog) {
  const change = useChange(org);
  const session = useSession();
  const [by, setBy] = useState(session.data?.principal.name ?? '');
  const [role, setRole] = useState<OwnerRole>('founder');
  return (
    <Asking
      title={`Approve version ${policy.version} of ${policy.title}`}
      act={`Approve version ${policy.version}`}
      ready={by.trim().length > 1}
      close={close}
      submit={() =>
        change.mutate({
          act: () =>
            api['policies.approve']({
              params: { org, policy: policy.code },
              ifMatch,
              body: { by: by.trim(), role },
            }),
          done: `Version ${policy.version} of ${policy.code} is approved by ${by.trim()}`,
        })
      }
    >
      <p className="muted">
        Afterwards this version never changes: a later change begins the next one. The approval is recorded
        with the name, the role and whoever is signed in.
      </p>
      <label className="field">
        <span>Who approves</span>
        <input
          className="input"
          required
          minLength={2}
          maxLength={120}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </label>
      <Select name="As" of={OWNER_ROLES} value={role} change={setRole} />
    </Asking>
  );
}

function PublishDialog({ org, policy, ifMatch, close }: Dialog) {
  const change = useChange(org);
  const [text, setText] = useState(peopleOf(policy).join('\n'));
  const people = [
    ...new Set(
      text
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
  return (
    <Asking
      title={`Publish version ${policy.version} of ${policy.title}`}
      act={`Put version ${policy.version} in force`}
      ready
      close={close}
      submit={() =>
        change.mutate({
          act: () =>
            api['policies.publish']({ params: { org, policy: policy.code }, ifMatch, body: { people } }),
          done: `Version ${policy.version} of ${policy.code} is in force`,
        })
      }
    >
      <p className="muted">
        {policy.in_force === null
          ? 'It is in force from now on.'
          : `It takes the place of version ${policy.in_force}; everybody named is asked to confirm the new one.`}
      </p>
      <label className="field">
        <span>Who is to confirm it, one name a line: {people.length}</span>
        <textarea
          className="input names"
          rows={8}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </Asking>
  );
}

function RetireDialog({ org, policy, ifMatch, close }: Dialog) {
  const change = useChange(org);
  return (
    <ReasonDialog
      title={`Retire ${policy.code} ${policy.title}`}
      ask="Why it ends, and what takes its place"
      act="Retire the policy"
      close={close}
      give={(because) => {
        close();
        change.mutate({
          act: () =>
            api['policies.retire']({ params: { org, policy: policy.code }, ifMatch, body: { because } }),
          done: `${policy.code} is retired; its versions stay`,
        });
      }}
    />
  );
}
