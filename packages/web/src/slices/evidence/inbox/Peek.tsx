// The record in focus, so that a reviewer can judge it without leaving the list.
import { Link } from '@tanstack/react-router';
import { bytesText } from '../../../ui/bytes.ts';
import { Preview } from '../record/Preview.tsx';
import { Verdicts } from '../record/Verdicts.tsx';
import { coversText } from '../covers.ts';
import type { EvidenceRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly row: EvidenceRow;
  readonly busy: boolean;
  readonly accept: () => void;
  readonly reject: () => void;
}

export function Peek({ org, row, busy, accept, reject }: Props) {
  return (
    <section className="peek" aria-label={`${row.code} at a glance`}>
      <h2>
        <span className="mono faint">{row.code}</span> {row.title}
      </h2>
      <div className="toolbar">
        {row.review.state === 'pending' ? (
          <>
            <button type="button" className="button primary" disabled={busy} onClick={accept}>
              Accept {row.code}
            </button>
            <button type="button" className="button" disabled={busy} onClick={reject}>
              Reject …
            </button>
          </>
        ) : null}
        <Link className="button quiet" to="/o/$org/evidence/$evidence" params={{ org, evidence: row.code }}>
          Open
        </Link>
      </div>
      <dl className="facts small">
        <dt>File</dt>
        <dd>
          {row.artefact.filename}, {bytesText(row.artefact.size)}
        </dd>
        <dt>From</dt>
        <dd>
          {row.source}, brought by {row.collected_by}
        </dd>
        <dt>Performed</dt>
        <dd>
          {row.performed_at}
          {row.covers ? `, covers ${coversText(row.covers)}` : ''}
        </dd>
      </dl>
      <Verdicts org={org} controls={row.controls} short />
      <Preview org={org} row={row} short />
    </section>
  );
}
