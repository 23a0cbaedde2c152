// One sample: what it says, how it was drawn, the sheet on which it is tested, and every other draw beside it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { ControlId } from '../../../ui/links.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { HowDrawn } from './HowDrawn.tsx';
import { OtherDraws } from './OtherDraws.tsx';
import { SampleState } from './SampleState.tsx';
import { TestSheet } from './TestSheet.tsx';
import { WhyDialog } from './WhyDialog.tsx';
import { percent, useSample, type Sample } from './samples.ts';
import './samples.css';

export function SamplePage() {
  const { org, sample } = useParams({ from: '/o/$org/samples/$sample' });
  const found = useSample(org, sample);
  return (
    <Loaded key={sample} of={found}>
      {(data) => <One org={org} sample={data} />}
    </Loaded>
  );
}

function One({ org, sample }: { readonly org: string; readonly sample: Sample }) {
  const { sheet, population } = sample;
  return (
    <div className="page">
      <PageHead
        title={`${sample.code} for ${sample.control}`}
        name={sample.code}
        crumbs={
          <>
            <Link to="/o/$org/samples" params={{ org }}>
              Samples
            </Link>
            <span>{population.title}</span>
          </>
        }
        sentence={sample.voided ? `Void: ${sample.voided.because}` : sheet.sentence}
      >
        <Decisions org={org} sample={sample} />
      </PageHead>
      <dl className="facts">
        <dt>State</dt>
        <dd>
          <SampleState sample={sample} />
        </dd>
        <dt>Draw</dt>
        <dd>
          {sample.draw} of {sample.draws} of {population.id} for <ControlId org={org} code={sample.control} />
        </dd>
        <dt>Deviations</dt>
        <dd>
          {sheet.deviations} of {sheet.items} items, {sheet.untested} not tested
        </dd>
        <dt>At most, with {Math.round(sheet.confidence * 100)} % confidence</dt>
        <dd>
          {percent(sheet.upper_rate)} of such performances; {sheet.upper_count} of these {sheet.population}{' '}
          rows
          {sheet.untested > 0 ? ' (what is not tested counts as a deviation)' : ''}
        </dd>
      </dl>
      <TestSheet org={org} sample={sample} />
      <HowDrawn sample={sample} />
      <OtherDraws org={org} sample={sample} />
    </div>
  );
}

function Decisions({ org, sample }: { readonly org: string; readonly sample: Sample }) {
  const [asked, setAsked] = useState<'extend' | 'void'>();
  const change = useChange(org);
  const params = { org, sample: sample.code };
  const size = sample.sizes.at(-1) ?? 0;
  const more = size < sample.population.rows && !sample.voided;
  const kinds = ['xlsx', 'json', 'csv'] as const;
  return (
    <>
      {more ? (
        <button type="button" className="button" onClick={() => setAsked('extend')}>
          Extend
        </button>
      ) : null}
      {sample.voided ? null : (
        <button type="button" className="button quiet" onClick={() => setAsked('void')}>
          Void
        </button>
      )}
      {kinds.map((as) => (
        <a
          key={as}
          className="button quiet"
          href={`/v1/orgs/${org}/samples/${sample.code}/export?as=${as}`}
          download={`${sample.code}.${as}`}
        >
          {as.toUpperCase()}
        </a>
      ))}
      {asked === 'extend' ? (
        <WhyDialog
          title={`Extend ${sample.code}`}
          about="The same draw goes on: what was drawn and tested stays, and the decision is recorded."
          act="Extend"
          number={{
            least: size + 1,
            most: sample.population.rows,
            first: Math.min(2 * size || 1, sample.population.rows),
          }}
          close={() => setAsked(undefined)}
          decide={(because, to) =>
            change.mutate({
              act: () => api['samples.extend']({ params, body: { to, because } }),
              done: `${sample.code} has ${to} items now`,
            })
          }
        />
      ) : null}
      {asked === 'void' ? (
        <WhyDialog
          title={`Void ${sample.code}`}
          about="It stays where everybody sees it, with your reason, and takes nothing more."
          act="Void the sample"
          close={() => setAsked(undefined)}
          decide={(because) =>
            change.mutate({
              act: () => api['samples.void']({ params, body: { because } }),
              done: `${sample.code} is void`,
            })
          }
        />
      ) : null}
    </>
  );
}
