// Every row tested by rule: how many pass, and each that does not with its reason.
import { api, useOrg } from '../../../data/api.ts';
import { DataTable } from '../../../ui/table.tsx';
import { reasonOf, type Population, type PopulationTest } from './populations.ts';

export function PopulationTests({ org, row }: { readonly org: string; readonly row: Population }) {
  const found = useOrg(org, ['populations', row.id, 'tests'], () =>
    api['populations.test']({ params: { org, population: row.id }, query: {} }),
  );
  if (!found.data || found.data.data.length === 0) return null;
  return (
    <section className="section" aria-labelledby="tests">
      <h2 id="tests">Every row tested</h2>
      {found.data.data.map((told) => (
        <Told key={told.rule} told={told} />
      ))}
    </section>
  );
}

function Told({ told }: { readonly told: PopulationTest }) {
  const rows = [
    ...told.deviating.map((item) => ({ ...item, verdict: 'deviates' })),
    ...told.unknown.map((item) => ({ ...item, verdict: 'unknown' })),
    ...told.open.map((item) => ({ ...item, verdict: 'open' })),
  ];
  return (
    <>
      <p>
        {nameOf(told)}: {told.passed} of {told.tested} pass, {told.deviating.length} deviate,{' '}
        {told.open.length} still open, {told.unknown.length} unknown.
      </p>
      {rows.length === 0 ? null : (
        <DataTable
          caption={`${nameOf(told)}: rows that do not pass`}
          file="deviating-rows"
          rows={rows}
          keyOf={(item) => `${item.key} ${item.day}`}
          columns={[
            {
              name: 'Key',
              grow: true,
              value: (item) => item.key,
              show: (item) => <span className="mono">{item.key}</span>,
            },
            { name: 'Day', value: (item) => item.day, show: (item) => item.day },
            { name: 'Verdict', value: (item) => item.verdict, show: (item) => item.verdict },
            {
              name: 'Because',
              value: (item) => reasonOf(item.reason, item.days),
              show: (item) => reasonOf(item.reason, item.days),
            },
          ]}
        />
      )}
    </>
  );
}

function nameOf(told: PopulationTest): string {
  if (told.rule === 'approved_by_another') return 'Approved by another than its author';
  return `Dealt with within ${told.within_days ?? 0} ${told.within_days === 1 ? 'day' : 'days'}`;
}
