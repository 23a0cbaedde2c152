// The artefact, its place in the ledger, and the checks that anybody can run in this browser.
import { addressOf } from '@assay/contract';
import { bytesText } from '../../../ui/bytes.ts';
import { Copy } from '../../../ui/Copy.tsx';
import { ShapeIcon, stateOf } from '../../../ui/marks.tsx';
import { api, useOrg } from '../../../data/api.ts';
import type { EvidenceRow } from '../records.ts';
import { useVerification, type Verification } from './useVerification.ts';
import type { Step } from './verify.ts';

export function Proof({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const entries = useOrg(org, ['entries', row.code], () =>
    api['ledger.entries']({ params: { org }, query: { subject: row.code, limit: '50' } }),
  );
  const verification = useVerification(org, row);
  return (
    <section className="section" aria-labelledby="proof">
      <h2 id="proof">Artefact and proof</h2>
      <dl className="facts">
        <dt>File</dt>
        <dd>
          {row.artefact.filename}, {bytesText(row.artefact.size)}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <Copy what="hash" text={row.artefact.sha256} />
        </dd>
        <dt>Ledger</dt>
        <dd>
          {(entries.data?.data ?? []).map((entry) => (
            <span key={entry.index} className="entry" title={`${entry.kind}, ${entry.at.slice(0, 10)}`}>
              <span className="mono">{entry.index}</span> {entry.kind.replace('.', ' ')}
            </span>
          ))}
        </dd>
      </dl>
      <div className="toolbar">
        <button type="button" className="button" disabled={verification.running} onClick={verification.run}>
          Verify in this browser
        </button>
        <a
          className="button quiet"
          href={addressOf('ledger.prove', { params: { org }, query: { subject: row.code } })}
          download={`${row.code}-proof.json`}
        >
          Save the proof
        </a>
      </div>
      <Steps of={verification} />
    </section>
  );
}

function Steps({ of }: { readonly of: Verification }) {
  const { steps, running, failure } = of;
  return (
    <div aria-live="polite">
      {steps.length > 0 ? (
        <ol className="proof-steps">
          {steps.map((step) => (
            <li key={step.title}>
              <StepMark state={step.state} />
              <span>
                {step.title}
                <span className="under">{step.detail}</span>
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {failure === undefined ? null : <p className="problem">{failure}</p>}
      {!running && steps.length > 0 && failure === undefined ? (
        <p className="proof-end">{conclusion(steps)}</p>
      ) : null}
    </div>
  );
}

const STATES = { checked: 'accepted', wrong: 'failing', unchecked: 'unknown' } as const;
const WORDS = { checked: 'Checked', wrong: 'Wrong', unchecked: 'Not checked here' } as const;

function StepMark({ state }: { readonly state: Step['state'] }) {
  const [, shape, colour] = stateOf(STATES[state]);
  return (
    <span className={`status-${colour}`}>
      <ShapeIcon shape={shape} />
      <span className="sr">{WORDS[state]}: </span>
    </span>
  );
}

function conclusion(steps: readonly Step[]): string {
  const wrong = steps.filter((step) => step.state === 'wrong').length;
  const open = steps.filter((step) => step.state === 'unchecked').length;
  if (wrong > 0)
    return `${wrong} of ${steps.length} checks found something wrong. Do not rely on this record.`;
  return open > 0
    ? `${steps.length - open} of ${steps.length} steps checked here; ${open} could not be.`
    : `All ${steps.length} steps checked here.`;
}
