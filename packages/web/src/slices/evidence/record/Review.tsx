// What a person said of the record, and the place to say it: a accepts, r rejects with a reason.
import { useState } from 'react';
import { StatusMark } from '../../../ui/marks.tsx';
import { useRowKeys } from '../../../ui/rowKeys.ts';
import type { EvidenceRow } from '../records.ts';
import { RejectDialog } from '../RejectDialog.tsx';
import { useReview } from '../useReview.ts';

export function Review({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const { busy, review } = useReview(org);
  const [rejecting, setRejecting] = useState(false);
  const open = row.review.state === 'pending' && !row.withdrawn;
  const accept = (): void => void review([row.code], { decision: 'accept' });
  useRowKeys({
    a: () => open && !busy && accept(),
    r: () => open && !busy && setRejecting(true),
  });
  return (
    <section className="section" aria-labelledby="review">
      <h2 id="review">Review</h2>
      <p>
        <StatusMark state={row.review.state} />{' '}
        {row.review.by === null ? (
          <span className="muted">
            Brought by {row.collected_by} on {row.received_at.slice(0, 10)}, by {METHODS[row.method]}.
          </span>
        ) : (
          <>
            by {row.review.by} on {row.review.at?.slice(0, 10)}
            {row.review.reason === null ? '' : `: ${row.review.reason}`}
          </>
        )}
      </p>
      <div className="toolbar">
        {open ? (
          <>
            <button type="button" className="button primary" disabled={busy} onClick={accept}>
              Accept {row.code}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => setRejecting(true)}>
              Reject {row.code} …
            </button>
          </>
        ) : row.withdrawn ? null : (
          <button
            type="button"
            className="button quiet"
            disabled={busy}
            onClick={() => void review([row.code], { decision: 'reopen' })}
          >
            Review again
          </button>
        )}
      </div>
      {rejecting ? (
        <RejectDialog
          codes={[row.code]}
          close={() => setRejecting(false)}
          reject={(reason) => void review([row.code], { decision: 'reject', reason })}
        />
      ) : null}
    </section>
  );
}

const METHODS: Readonly<Record<EvidenceRow['method'], string>> = {
  scanner: 'a scanner',
  api: 'the API',
  ci: 'a build',
  upload: 'upload',
  attestation: 'attestation',
};
