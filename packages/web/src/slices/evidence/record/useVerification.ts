// Runs the checks of a proof one after the other, and keeps the head of the ledger for the next time.
import { useState } from 'react';
import { ApiFailure, api, take } from '../../../data/api.ts';
import type { EvidenceRow } from '../records.ts';
import type { Step } from './verify.ts';

export interface Verification {
  readonly running: boolean;
  readonly steps: readonly Step[];
  readonly failure: string | undefined;
  readonly run: () => void;
}

export function useVerification(org: string, row: EvidenceRow): Verification {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  const verify = async (): Promise<void> => {
    const add = (...more: readonly Step[]): void => setSteps((before) => [...before, ...more]);
    const checks = await import('./verify.ts');
    // Erased bytes are proved by what the ledger says of them alone.
    if (row.erased === null) {
      const response = take(await api['evidence.download']({ params: { org, evidence: row.code } }));
      const bytes = new Uint8Array(await response.arrayBuffer());
      add(await checks.checkBytes(bytes, row.artefact.sha256));
    }
    const given = take(await api['ledger.prove']({ params: { org }, query: { subject: row.code } }));
    add(checks.checkCommitment(given, row.artefact.sha256), ...checks.checkEntries(given));
    const signed = await checks.checkSignature(given);
    add(signed);
    const kept = localStorage.getItem(keyOf(org));
    const from = checks.sizeOf(kept ?? '');
    const to = checks.sizeOf(given.checkpoint);
    if (kept !== null && from !== undefined && to !== undefined) {
      const proof =
        from < to
          ? take(
              await api['ledger.consistency']({
                params: { org },
                query: { from: String(from), to: String(to) },
              }),
            ).proof
          : [];
      add(checks.checkGrowth(kept, given.checkpoint, proof));
    }
    if (signed.state === 'checked') localStorage.setItem(keyOf(org), given.checkpoint);
  };
  const run = (): void => {
    setSteps([]);
    setFailure(undefined);
    setRunning(true);
    verify()
      .catch((cause: unknown) =>
        setFailure(cause instanceof ApiFailure ? cause.failure.detail : 'The proof could not be fetched.'),
      )
      .finally(() => setRunning(false));
  };
  return { running, steps, failure, run };
}

function keyOf(org: string): string {
  return `assay.head.${org}`;
}
