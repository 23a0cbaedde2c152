// How risks are rated: scales with their meanings, the grid, what is acceptable, who may accept what.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../../data/asof.ts';
import { May } from '../../../data/may.tsx';
import { AsOf, PastNotice } from '../../../ui/AsOf.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText, said } from '../../../ui/words.ts';
import { useMethod, type Method } from '../risks.ts';
import { RiskTabs } from '../RiskTabs.tsx';
import { MethodForm } from './MethodForm.tsx';
import { MethodGrid } from './MethodGrid.tsx';
import '../risks.css';

export function MethodPage() {
  const { org } = useParams({ from: '/o/$org/risks/method' });
  const method = useMethod(org);
  return <Loaded of={method}>{(data) => <Held org={org} method={data} />}</Loaded>;
}

function Held({ org, method }: { readonly org: string; readonly method: Method }) {
  const [editing, setEditing] = useState(false);
  const { day } = useAsOf();
  return (
    <div className="page">
      <PageHead title="Risks" name="Risk method" sentence={sentence(method)}>
        <AsOf />
        {day === undefined && !editing ? (
          <May org={org} needs="risks.change">
            <button type="button" className="button primary" onClick={() => setEditing(true)}>
              Write the next version
            </button>
          </May>
        ) : null}
      </PageHead>
      <PastNotice />
      <RiskTabs org={org} />
      {editing ? (
        <MethodForm org={org} method={method} close={() => setEditing(false)} />
      ) : (
        <Shown method={method} />
      )}
    </div>
  );
}

function sentence({ revision, changed_by, changed_at, levels, acceptable, combination }: Method): string {
  const version =
    revision === 0
      ? 'The method that comes along, until you write your own'
      : `Version ${revision}, by ${changed_by ?? ''} on ${minuteText(changed_at ?? '')}`;
  const found = combination.kind === 'grid' ? 'looked up in a grid' : 'found from the product of both steps';
  return `${version}: a level is ${found}, and up to ${levels[acceptable - 1]?.name ?? ''} a risk needs no treatment.`;
}

function Shown({ method }: { readonly method: Method }) {
  return (
    <>
      <section className="section" aria-labelledby="grid">
        <h2 id="grid">Level by likelihood and impact</h2>
        <MethodGrid method={method} />
        <p className="muted small">
          Levels in bold are beyond what is acceptable: treated, or accepted by name.
        </p>
      </section>
      {(
        [
          ['Likelihood', method.likelihood],
          ['Impact', method.impact],
          ['Levels', method.levels],
        ] as const
      ).map(([title, steps]) => (
        <TableSection
          key={title}
          title={title}
          file={`risk-${title.toLowerCase()}`}
          rows={steps.map((step, i) => ({ ...step, number: i + 1 }))}
          keyOf={({ number }) => String(number)}
          columns={[
            { name: 'Step', value: (row) => row.number, show: (row) => row.number },
            { name: 'Name', value: (row) => row.name, show: (row) => row.name },
            { name: 'Meaning', grow: true, value: (row) => row.meaning, show: (row) => row.meaning },
          ]}
        />
      ))}
      <TableSection
        title="Who may accept what"
        file="risk-authority"
        rows={method.authority}
        keyOf={({ role }) => role}
        columns={[
          { name: 'Role', value: (row) => said(row.role), show: (row) => said(row.role) },
          {
            name: 'Up to',
            grow: true,
            value: (row) => method.levels[row.up_to - 1]?.name ?? '',
            show: (row) => method.levels[row.up_to - 1]?.name ?? '',
          },
        ]}
        empty={<p className="muted">Nobody: what is not acceptable is treated.</p>}
      />
      {method.appetite === '' ? null : (
        <section className="section" aria-labelledby="appetite">
          <h2 id="appetite">Appetite</h2>
          <p className="prose">{method.appetite}</p>
        </section>
      )}
    </>
  );
}
