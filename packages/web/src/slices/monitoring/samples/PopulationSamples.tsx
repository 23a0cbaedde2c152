// What was drawn from a frozen population, and the way to draw from it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ControlId } from '../../../ui/links.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { SampleState } from './SampleState.tsx';
import { useSamples, type FrozenPopulation } from './samples.ts';

interface Props {
  readonly org: string;
  readonly row: Pick<FrozenPopulation, 'id' | 'controls'>;
}

export function PopulationSamples({ org, row }: Props) {
  const [drawing, setDrawing] = useState(false);
  const samples = useSamples(org, { population: row.id }).data?.data;
  return (
    <section className="section" aria-labelledby="samples">
      <h2 id="samples">Samples</h2>
      {samples?.length === 0 ? <p className="muted">Nothing was drawn from it yet.</p> : null}
      <ul className="draws">
        {(samples ?? []).map((each) => (
          <li key={each.id}>
            <Link className="id" to="/o/$org/samples/$sample" params={{ org, sample: each.code }}>
              {each.code}
            </Link>{' '}
            for <ControlId org={org} code={each.control} />, draw {each.draw} of {each.draws}:{' '}
            {each.sheet.items} items, {each.sheet.untested} not tested, {each.sheet.deviations}{' '}
            {each.sheet.deviations === 1 ? 'deviation' : 'deviations'}. <SampleState sample={each} />
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <button type="button" className="button" onClick={() => setDrawing(true)}>
          Draw a sample
        </button>
      </div>
      {drawing ? <DrawDialog org={org} of={row} close={() => setDrawing(false)} /> : null}
    </section>
  );
}
