// Everything to take away, and the demo to leave behind.
import { addressOf } from '@assay/contract';
import { Link } from '@tanstack/react-router';
import { DeleteDemo } from '../../app/DemoBanner.tsx';
import { downloadShown } from '../../data/download.ts';
import { useDemo } from '../../app/useDemo.ts';
import { May } from '../../data/may.tsx';

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
        <May
          org={org}
          needs="documents.export"
          instead={<p className="small muted">Your role exports nothing.</p>}
        >
          <button
            type="button"
            className="button"
            onClick={() => void downloadShown(addressOf('export.read', { params: { org } }))}
          >
            Export everything
          </button>
        </May>
        {demo ? (
          <May org={org} needs="organisation.delete">
            <DemoActs org={org} />
          </May>
        ) : null}
      </div>
    </section>
  );
}

function DemoActs({ org }: { readonly org: string }) {
  const demo = useDemo(org);
  return (
    <>
      <Link className="button quiet" to="/start">
        Start my own
      </Link>
      <button type="button" className="button quiet" onClick={demo.reset}>
        Reset demo
      </button>
      <DeleteDemo className="button quiet" remove={demo.remove} />
    </>
  );
}
