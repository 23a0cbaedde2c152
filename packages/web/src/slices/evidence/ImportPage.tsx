// Bring evidence: drop a file, look at what it would change, commit it whole, undo it whole.
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ApiFailure, api, queries, take, useChange } from '../../data/api.ts';
import { PageHead } from '../../ui/page.tsx';
import { DryRun, type Import } from './DryRun.tsx';

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly of: Import }
  | { readonly kind: 'failed'; readonly why: string };

export function ImportPage() {
  const { org } = useParams({ from: '/o/$org' });
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const [controls, setControls] = useState('');
  const [performed, setPerformed] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const change = useChange(org);
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setStep({ kind: 'reading', name: file.name });
    try {
      const artefact = take(
        await api['artefacts.put']({ params: { org }, query: { filename: file.name }, body: file }),
      );
      const codes = controls
        .split(/[\s,]+/)
        .map((each) => each.toUpperCase())
        .filter((each) => each !== '');
      const read = take(
        await api['imports.start']({
          params: { org },
          body: {
            artefact: artefact.sha256,
            filename: file.name,
            controls: codes,
            ...(performed ? { performed_at: performed } : {}),
          },
        }),
      );
      setStep({ kind: 'read', of: read });
    } catch (cause) {
      setStep({
        kind: 'failed',
        why: cause instanceof ApiFailure ? cause.failure.detail : 'The file could not be read.',
      });
    }
  };
  const commit = async (of: Import): Promise<void> => {
    try {
      const done = take(await api['imports.commit']({ params: { org, import: of.id } }));
      setStep({ kind: 'read', of: done });
      await queries.invalidateQueries({ queryKey: ['org', org] });
    } catch (cause) {
      setStep({
        kind: 'failed',
        why: cause instanceof ApiFailure ? cause.failure.detail : 'It could not be committed.',
      });
    }
  };
  return (
    <div className="page">
      <PageHead
        title="Bring evidence"
        name="Bring evidence"
        crumbs={
          <Link to="/o/$org/evidence" params={{ org }}>
            Evidence
          </Link>
        }
        sentence="Any file can be evidence. Scanner output is read into results first; nothing changes until you commit."
      />
      <div className="pair">
        <label className="field">
          <span>Controls that it serves, besides those its checks speak for</span>
          <input
            className="input mono"
            placeholder="C-07, C-43"
            value={controls}
            onChange={(event) => setControls(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Day on which it was true, if the file does not say</span>
          <input
            className="input"
            type="date"
            value={performed}
            onChange={(event) => setPerformed(event.target.value)}
          />
        </label>
      </div>
      <div
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void bring(event.dataTransfer.files[0]);
        }}
      >
        <span>{step.kind === 'reading' ? `Reading ${step.name} …` : 'Drop a file here'}</span>
        <button type="button" className="button primary" onClick={() => picker.current?.click()}>
          Choose a file
        </button>
        <input
          ref={picker}
          type="file"
          className="sr"
          tabIndex={-1}
          aria-label="File"
          onChange={(event) => void bring(event.target.files?.[0])}
        />
        <span className="small">
          Prowler, OCSF, Security Hub, SARIF, CycloneDX, SPDX, Trivy, XCCDF, ARF, JUnit, in-toto, InSpec,
          Checkov, OSCAL, Semgrep, OSV, kube-bench, Kubescape; gzip too. Everything else is kept as a file.
        </span>
      </div>
      <div aria-live="polite">
        {step.kind === 'failed' ? <p className="problem">{step.why}</p> : null}
        {step.kind === 'read' ? (
          <DryRun
            org={org}
            of={step.of}
            commit={() => void commit(step.of)}
            undo={() =>
              change.mutate({
                act: async () => {
                  const done = await api['imports.undo']({ params: { org, import: step.of.id } });
                  if (done.ok) setStep({ kind: 'read', of: done.value.data });
                  return done;
                },
                done: `${step.of.filename} is undone.`,
              })
            }
          />
        ) : null}
      </div>
    </div>
  );
}
