// One record: its two verdicts, its four times, its review, its bytes, its proof and its history.
import { useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../../data/api.ts';
import { CsvButton } from '../../../ui/CsvButton.tsx';
import { Loaded } from '../../../ui/page.tsx';
import { useToday } from '../../../ui/useToday.ts';
import type { EvidenceRow } from '../records.ts';
import { Proof } from './Proof.tsx';
import { RecordHead } from './RecordHead.tsx';
import { Review } from './Review.tsx';
import { Revisions } from './Revisions.tsx';
import { Results } from './Results.tsx';
import { TheFile } from './TheFile.tsx';
import { Times } from './Times.tsx';
import { Verdicts } from './Verdicts.tsx';
import type { Span } from './timeline.ts';
import '../evidence.css';

export function RecordPage() {
  const { org, evidence } = useParams({ from: '/o/$org/evidence/$evidence' });
  const found = useOrg(org, ['record', evidence], () => api['evidence.read']({ params: { org, evidence } }));
  const organisation = useOrg(org, ['organisation'], () => api['organisations.read']({ params: { org } }));
  const examination = organisation.data?.examination;
  const period =
    examination?.type === 'type2' ? { from: examination.from, until: examination.until } : undefined;
  return (
    <Loaded key={evidence} of={found}>
      {(row) => <Record org={org} row={row} period={period} />}
    </Loaded>
  );
}

function Record(props: {
  readonly org: string;
  readonly row: EvidenceRow;
  readonly period: Span | undefined;
}) {
  const { org, row, period } = props;
  const today = useToday();
  return (
    <div className="page">
      <RecordHead org={org} row={row} />
      <section className="section" aria-labelledby="verdicts">
        <div className="section-head">
          <h2 id="verdicts">Two verdicts</h2>
          <CsvButton
            of="verdicts"
            file={`${row.code}-verdicts`}
            rows={row.controls}
            fields={[
              { name: 'Control', value: (each) => each.code },
              { name: 'Name', value: (each) => each.name },
              { name: 'ISO', value: (each) => each.iso.state },
              { name: 'Why ISO', value: (each) => each.iso.reason },
              { name: 'SOC 2', value: (each) => each.soc2.state },
              { name: 'Why SOC 2', value: (each) => each.soc2.reason },
            ]}
          />
        </div>
        <Verdicts org={org} controls={row.controls} />
      </section>
      <div className="record-pair">
        <Times row={row} period={period} today={today} />
        <Review org={org} row={row} />
      </div>
      {row.observations && row.import ? <Results org={org} row={row} /> : null}
      <TheFile org={org} row={row} />
      <Proof org={org} row={row} />
      <Revisions org={org} code={row.code} />
    </div>
  );
}
