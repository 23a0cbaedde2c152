// Everything to take away, and the demo to leave behind.
import { addressOf } from '@assay/contract';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly org: string;
  readonly demo: boolean;
}

export function TakeAway({ org, demo }: Props) {
  return (
    <section className="section" aria-labelledby="take">
      <h2 id="take">Yours to take away</h2>
      <p className="prose">
        One ZIP in open formats: every record, every file with its hash, the ledger with its proofs. It can be
        verified without Assay.
      </p>
      <div className="toolbar">
        <a className="button" href={addressOf('export.read', { params: { org } })}>
          Export everything
        </a>
        {demo ? (
          <Link className="button quiet" to="/start">
            Start my own organisation
          </Link>
        ) : null}
      </div>
    </section>
  );
}
