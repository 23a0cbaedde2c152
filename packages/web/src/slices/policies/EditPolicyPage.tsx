// Writing a policy: its text beside what it will look like, and beside the version in force.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { fill, lineDifference, OWNER_ROLES, variablesIn } from '@assay/core';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { Select } from '../../ui/Select.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Conflict } from './Conflict.tsx';
import { Difference } from './Difference.tsx';
import type { Draft } from './draft.ts';
import { PolicyText } from './PolicyText.tsx';
import { usePolicy, type Policy } from './policies.ts';
import { useDraft, type Drafting } from './useDraft.ts';
import { Values } from './Values.tsx';
import './policies.css';

export function EditPolicyPage() {
  const { org, policy } = useParams({ from: '/o/$org/policies/$policy/edit' });
  const found = usePolicy(org, policy);
  return (
    <Loaded key={policy} of={found}>
      {(data) => <Editor org={org} policy={data} />}
    </Loaded>
  );
}

function Editor({ org, policy }: { readonly org: string; readonly policy: Policy }) {
  const navigate = useNavigate();
  const drafting = useDraft(org, policy);
  const { draft, open } = drafting;
  const missing = variablesIn(draft.text).filter(
    (name) => (draft.variables[name] ?? '').trim() === '',
  ).length;
  const save = async (): Promise<void> => {
    if (await drafting.save())
      await navigate({ to: '/o/$org/policies/$policy', params: { org, policy: policy.code } });
  };
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <span className="mono faint">{policy.code}</span> {draft.title}
          </>
        }
        name={`Edit ${policy.code}`}
        crumbs={
          <>
            <Link to="/o/$org/policies" params={{ org }}>
              Documents
            </Link>
            <Link to="/o/$org/policies/$policy" params={{ org, policy: policy.code }}>
              {policy.title}
            </Link>
          </>
        }
        sentence={sentenceOf(policy, missing, open)}
      >
        <button
          type="button"
          className="button primary"
          disabled={
            !open ||
            drafting.saving ||
            drafting.theirs !== undefined ||
            (draft.text.trim() === '' && drafting.held.text !== '')
          }
          onClick={() => void save()}
        >
          Save version {policy.approval || policy.retirement ? policy.version + 1 : policy.version}
        </button>
        {open ? (
          <button type="button" className="button quiet" onClick={drafting.discard}>
            Throw the changes away
          </button>
        ) : null}
      </PageHead>
      {drafting.found && open && !drafting.theirs ? (
        <p className="kept-note" role="status">
          These changes were written here before and never saved; they are kept in this browser alone.
        </p>
      ) : null}
      {drafting.problem === undefined ? null : (
        <p className="problem" role="alert">
          {drafting.problem}
        </p>
      )}
      {drafting.theirs ? <Conflict theirs={drafting.theirs} drafting={drafting} /> : null}
      {policy.file && draft.text === drafting.held.text ? (
        <p className="kept-note">
          This version was brought as {policy.file.filename}. A text that is changed here takes its place; the
          file stays with the version that it was.
        </p>
      ) : null}
      <Fields draft={draft} change={drafting.change} />
      <Values org={org} policy={policy} draft={draft} change={drafting.change} />
      <div className="writing">
        <label className="field writing-text">
          <span>Text, in Markdown</span>
          <textarea
            className="input mono"
            spellCheck
            maxLength={60_000}
            value={draft.text}
            onChange={(event) => drafting.change({ text: event.target.value })}
          />
          <small>{'{{name}} is a place to fill; # is a heading, - and 1. are lists, **bold**.'}</small>
        </label>
        <Beside org={org} policy={policy} drafting={drafting} />
      </div>
    </div>
  );
}

function sentenceOf({ approval, version, in_force }: Policy, missing: number, open: boolean): string {
  const into = approval
    ? `What you save begins version ${version + 1}; version ${in_force ?? version} stays as it is.`
    : `What you save is version ${version}, which nobody has approved.`;
  const places =
    missing === 0
      ? 'Every place is filled.'
      : `${missing} ${missing === 1 ? 'place is' : 'places are'} to fill.`;
  return `${into} ${places}${open ? ' There are changes that are not saved.' : ''}`;
}

function Fields({ draft, change }: { readonly draft: Draft; readonly change: Drafting['change'] }) {
  return (
    <div className="field-row">
      <label className="field">
        <span>Title</span>
        <input
          className="input"
          required
          minLength={3}
          maxLength={200}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <Select name="Owner" of={OWNER_ROLES} value={draft.owner} change={(owner) => change({ owner })} />
      <NumberField
        name="Months until it is looked at again"
        least={1}
        most={36}
        value={draft.reviewMonths}
        change={(reviewMonths) => change({ reviewMonths })}
      />
    </div>
  );
}

/** What it will look like, or what differs from the version in force. */
function Beside(props: { readonly org: string; readonly policy: Policy; readonly drafting: Drafting }) {
  const { org, policy, drafting } = props;
  const [shown, setShown] = useState<'preview' | 'difference'>('preview');
  const { draft } = drafting;
  const filled = fill(draft.text, new Map(Object.entries(draft.variables))).text;
  const inForce = policy.in_force;
  return (
    <section className="writing-beside" aria-label={shown === 'preview' ? 'Preview' : 'Difference'}>
      <div className="choice-row" role="group" aria-label="Beside the text">
        <button
          type="button"
          className="button quiet"
          aria-pressed={shown === 'preview'}
          onClick={() => setShown('preview')}
        >
          Preview
        </button>
        <button
          type="button"
          className="button quiet"
          aria-pressed={shown === 'difference'}
          onClick={() => setShown('difference')}
        >
          {inForce === null ? 'Changes since it was saved' : `Changes to version ${inForce}`}
        </button>
      </div>
      {shown === 'preview' ? (
        <PolicyText text={filled} />
      ) : inForce === null || inForce === policy.version ? (
        <Difference lines={lineDifference(policy.filled, filled)} label="Changes" />
      ) : (
        <AgainstInForce org={org} code={policy.code} version={inForce} text={filled} />
      )}
    </section>
  );
}

function AgainstInForce(props: {
  readonly org: string;
  readonly code: string;
  readonly version: number;
  readonly text: string;
}) {
  const { org, code: policy, version } = props;
  const held = useOrg(org, ['policy', policy, version], () =>
    api['policies.read']({ params: { org, policy }, query: { version: String(version) } }),
  );
  if (!held.data) return null;
  return <Difference lines={lineDifference(held.data.filled, props.text)} label="Changes" />;
}
