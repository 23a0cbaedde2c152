// The first version of a record: the same form, empty; for a scope the framework is chosen first and stays.
import { ISMS_KINDS, type IsmsKind } from '@assay/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take, useChange, useOrg } from '../../data/api.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { useToday } from '../../ui/useToday.ts';
import { blankRecord } from './form/fields.ts';
import { RecordForm } from './form/RecordForm.tsx';
import type { IsmsBody } from './records.ts';
import './isms.css';

const NAMES: Readonly<Record<IsmsKind, string>> = {
  context: 'Context of the organisation',
  parties: 'Interested parties',
  scope: 'Scope of a framework',
  roles: 'Roles and authorities',
  communication: 'Communication plan',
  objective: 'An objective',
  competence: 'A record of competence',
  change: 'A planned change',
  feedback: 'Feedback of an interested party',
  review: 'A management review',
};

export function NewRecordPage() {
  const { org, kind } = useParams({ from: '/o/$org/company/new/$kind' });
  const known = ISMS_KINDS.find((each) => each === kind);
  if (known === undefined)
    return (
      <div className="page">
        <Empty title="There is no such record">
          <Link to="/o/$org/company" params={{ org }}>
            Back to Company
          </Link>
        </Empty>
      </div>
    );
  return <Write key={known} org={org} kind={known} />;
}

function Write({ org, kind }: { readonly org: string; readonly kind: IsmsKind }) {
  const navigate = useNavigate();
  const today = useToday();
  const change = useChange(org);
  const frameworks = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const [framework, setFramework] = useState<string>();
  const choices = frameworks.data?.data ?? [];
  const save = (body: IsmsBody): void => {
    const sent =
      body.kind === 'scope'
        ? { ...body, framework: framework ?? choices[0]?.framework ?? body.framework }
        : body;
    change.mutate({
      act: async () => {
        const made = await api['isms.add']({ params: { org }, body: sent });
        if (made.ok) void navigate({ to: '/o/$org/company/$record', params: { org, record: take(made).id } });
        return made;
      },
      done: kind === 'feedback' ? 'It is recorded.' : 'The first version is written; nobody has approved it.',
    });
  };
  return (
    <div className="page">
      <PageHead
        title={NAMES[kind]}
        name={NAMES[kind]}
        sentence={
          kind === 'feedback'
            ? 'What a party said is recorded as it was said; the next management review counts it.'
            : 'What is written here is a draft until somebody approves it by name and role.'
        }
        crumbs={
          <Link to="/o/$org/company" params={{ org }}>
            Company
          </Link>
        }
      />
      {kind === 'scope' ? (
        <label className="field">
          <span>Framework</span>
          <select
            className="input"
            value={framework ?? choices[0]?.framework ?? ''}
            onChange={(event) => setFramework(event.target.value)}
          >
            {choices.map((each) => (
              <option key={each.framework} value={each.framework}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <RecordForm
        kind={kind}
        first={blankRecord(kind, today)}
        act={kind === 'feedback' ? 'Record the feedback' : 'Write the first version'}
        save={save}
        cancel={() => void navigate({ to: '/o/$org/company', params: { org } })}
      />
    </div>
  );
}
