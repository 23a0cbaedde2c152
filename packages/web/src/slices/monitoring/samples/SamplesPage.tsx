// Samples: every draw that was ever made, voided ones among them, and how each stands.
import { Link, useParams } from '@tanstack/react-router';
import { May } from '../../../data/may.tsx';
import { useState } from 'react';
import { counted } from '../../../ui/counted.tsx';
import { ControlId } from '../../../ui/links.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { EvidenceTabs } from '../../evidence/EvidenceTabs.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { Profiles } from './Profiles.tsx';
import { SampleState } from './SampleState.tsx';
import { stateOfSample, useSamples, type SampleRow } from './samples.ts';
import './samples.css';

export function SamplesPage() {
  const { org } = useParams({ from: '/o/$org' });
  const samples = useSamples(org);
  return <Loaded of={samples}>{({ data }) => <Samples org={org} rows={data} />}</Loaded>;
}

function Samples({ org, rows }: { readonly org: string; readonly rows: readonly SampleRow[] }) {
  const [drawing, setDrawing] = useState(false);
  return (
    <div className="page">
      <PageHead title="Evidence" name="Samples" sentence={sentence(rows)}>
        <May org={org} needs="monitoring.change">
          <button type="button" className="button primary" onClick={() => setDrawing(true)}>
            Draw a sample
          </button>
        </May>
      </PageHead>
      <EvidenceTabs org={org} />
      <DataTable
        caption="Samples"
        file="samples"
        rows={rows}
        columns={columnsOf(org)}
        keyOf={(row) => row.id}
        empty={
          <Empty title="Nothing was drawn yet">
            <p>A sample is drawn from a frozen population, by a rule that anybody can follow again.</p>
          </Empty>
        }
      />
      <Profiles org={org} />
      {drawing ? <DrawDialog org={org} close={() => setDrawing(false)} /> : null}
    </div>
  );
}

function columnsOf(org: string): readonly Column<SampleRow>[] {
  return [
    {
      name: 'Sample',
      value: (row) => Number(row.code.slice(2)),
      show: (row) => (
        <Link className="id" to="/o/$org/samples/$sample" params={{ org, sample: row.code }}>
          {row.code}
        </Link>
      ),
    },
    {
      name: 'Population',
      grow: true,
      value: (row) => row.population.title,
      show: (row) => `${row.population.id} ${row.population.title}`,
    },
    {
      name: 'Control',
      value: (row) => row.control,
      show: (row) => <ControlId org={org} code={row.control} />,
    },
    {
      name: 'Draw',
      value: (row) => row.draw,
      show: (row) => (
        <>
          <span className="only-phone faint">draw </span>
          {row.draw} of {row.draws}
        </>
      ),
    },
    counted('Items', (row) => row.sheet.items),
    counted('Tested', (row) => row.sheet.tested),
    counted('Deviations', (row) => row.sheet.deviations),
    { name: 'State', value: stateOfSample, show: (row) => <SampleState sample={row} /> },
  ];
}

function sentence(rows: readonly SampleRow[]): string {
  const live = rows.filter(({ voided }) => voided === null);
  if (rows.length === 0) return 'No sample was drawn yet.';
  const open = live.filter((row) => stateOfSample(row) === 'open').length;
  const bad = live.filter((row) => row.sheet.deviations > 0).length;
  const gone = rows.length - live.length;
  return `${open} of ${live.length} ${live.length === 1 ? 'sample is' : 'samples are'} still being tested, ${bad} ${bad === 1 ? 'has' : 'have'} deviations${gone > 0 ? `; ${gone} more ${gone === 1 ? 'is' : 'are'} void` : ''}.`;
}
