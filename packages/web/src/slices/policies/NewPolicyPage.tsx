// How a policy begins: from a template, with a text of one's own, or as a file that is there already.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { api, useOrg } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { IdList } from '../../ui/IdList.tsx';
import { RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';
import { useState } from 'react';
import { OwnPolicy } from './OwnPolicy.tsx';
import type { Template } from './policies.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import './policies.css';

export function NewPolicyPage() {
  const { org } = useParams({ from: '/o/$org/policies/new' });
  const templates = useOrg(org, ['policy-templates'], () => api['policies.templates']({ params: { org } }));
  return <Loaded of={templates}>{({ data }) => <New org={org} templates={data} />}</Loaded>;
}

function New({ org, templates }: { readonly org: string; readonly templates: readonly Template[] }) {
  const search = useSearch({ from: '/o/$org/policies/new' });
  const navigate = useNavigate({ from: '/o/$org/policies/new' });
  const begin = useBegin(org);
  const [read, setRead] = useState<Template>();
  const words = (search.q ?? '').toLowerCase();
  const unused = templates.filter(({ used }) => !used).length;
  return (
    <div className="page">
      <PageHead
        title="New policy"
        name="New policy"
        crumbs={
          <Link to="/o/$org/policies" params={{ org }}>
            Documents
          </Link>
        }
        sentence={`${unused} of ${templates.length} templates are not used yet; a text or a file of your own does as well.`}
      />
      <OwnPolicy org={org} />
      <DataTable
        caption="Templates"
        file="policy-templates"
        rows={templates.filter((row) =>
          `${row.code} ${row.title} ${row.answers.join(' ')}`.toLowerCase().includes(words),
        )}
        columns={columnsOf(org, begin, setRead)}
        keyOf={(row) => row.code}
        tools={
          <SearchBox
            label="Filter"
            hint="Words, requirement"
            value={search.q}
            change={(q) => void navigate({ search: { ...search, q }, replace: true })}
          />
        }
        empty={
          <Empty title="No template is about that">
            <p>Write a text of your own, or bring a file.</p>
          </Empty>
        }
      />
      {read ? (
        <TemplateDialog
          org={org}
          template={read}
          begin={() => void begin(read.code)}
          close={() => setRead(undefined)}
        />
      ) : null}
    </div>
  );
}

/** Makes the policy and opens it where it is written. */
function useBegin(org: string): (template: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (template) => {
    const made = await api['policies.create']({ params: { org }, body: { template } });
    if (!made.ok) return tell(made.error.detail);
    await client.invalidateQueries({ queryKey: ['org', org] });
    await navigate({ to: '/o/$org/policies/$policy/edit', params: { org, policy: made.value.data.code } });
  };
}

function columnsOf(
  org: string,
  begin: (template: string) => Promise<void>,
  read: (template: Template) => void,
): readonly Column<Template>[] {
  const refs = (row: Template, soc2: boolean) => row.answers.filter((ref) => ref.startsWith('soc2') === soc2);
  const list = (ids: readonly string[]) => (
    <IdList ids={ids} most={3} link={(ref) => <RequirementId org={org} reference={ref} />} />
  );
  return [
    {
      name: 'Template',
      grow: true,
      value: (row) => `${row.code} ${row.title}`,
      show: (row) => (
        <>
          <span className="id">{row.code}</span>{' '}
          <button type="button" className="plain as-title" onClick={() => read(row)}>
            {row.title}
          </button>
          <span className="block muted small">
            {said(row.owner)}; {row.variables.length} places to fill
          </span>
        </>
      ),
    },
    { name: 'ISO', value: (row) => refs(row, false).length, show: (row) => list(refs(row, false)) },
    { name: 'SOC 2', value: (row) => refs(row, true).length, show: (row) => list(refs(row, true)) },
    {
      name: 'Read by',
      value: (row) => row.reviewer,
      show: (row) =>
        row.reviewer === 'unreviewed' ? <StatusMark state="policy_unreviewed" /> : row.reviewer,
    },
    {
      name: 'Begin',
      value: (row) => (row.used ? 'used' : 'not used'),
      show: (row) =>
        row.used ? (
          <Link className="plain" to="/o/$org/policies/$policy" params={{ org, policy: row.code }}>
            open the policy
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => void begin(row.code)}>
            Begin<span className="sr"> {row.title}</span>
          </button>
        ),
    },
  ];
}
