// Every draw of the same population for the same control: nobody fishes unseen.
import { Link } from '@tanstack/react-router';
import { SampleState } from './SampleState.tsx';
import { useSamples, type Sample } from './samples.ts';

export function OtherDraws({ org, sample }: { readonly org: string; readonly sample: Sample }) {
  const { control, population } = sample;
  const draws = useSamples(org, { population: population.id, control }).data?.data ?? [];
  return (
    <section className="section">
      <h2>Draws of this population for {control}</h2>
      {sample.draws === 1 ? (
        <p className="note">This is the only one.</p>
      ) : (
        <ol className="draws" reversed>
          {draws.map((each) => (
            <li key={each.id} value={each.draw}>
              {each.code === sample.code ? (
                <strong>{each.code}, this one</strong>
              ) : (
                <Link className="id" to="/o/$org/samples/$sample" params={{ org, sample: each.code }}>
                  {each.code}
                </Link>
              )}
              , {each.sheet.items} items by {each.made_by} on {each.made_at.slice(0, 10)}, seed{' '}
              {each.seed_from}. <SampleState sample={each} />
              {each.voided ? <>: {each.voided.because}</> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
