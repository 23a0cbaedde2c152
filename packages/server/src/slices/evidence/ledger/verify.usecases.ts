// Hashes everything again and names exactly what does not fit: entries, tiles, checkpoints, payloads, records,
// artefacts and, when asked, all that is derived from them.
import { createHash } from 'node:crypto';
import type { Instant } from '@assay/core';
import { SealBroken } from '@assay/sources';
import { z } from 'zod';
import { codeOf } from '../../../platform/failure.ts';
import { allArtefacts, type ArtefactRecord, type HeldArtefact } from '../artefacts.repository.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { entriesOfKinds, type EntryRow } from './ledger.repository.ts';
import { verifyHistories } from './verifyHistories.usecases.ts';
import { verifyImports } from './verifyImports.usecases.ts';
import { verifyRecords } from './verifyRecords.usecases.ts';
import { verifyTree } from './verifyTree.usecases.ts';

/** Verifies the whole store of an organisation against itself and, when given, against a checkpoint that somebody kept. */
export async function verifyEverything(
  work: VerifyWork,
  asked: { readonly rebuild: boolean; readonly held?: string | undefined },
) {
  const tree = await verifyTree(work, asked.held);
  const artefacts = await verifyArtefacts(work);
  const faults = [
    ...tree.faults,
    ...artefacts.faults,
    ...(await verifyHistories(work)),
    ...(await verifyRecords(work)),
    ...(await verifyImports(work, asked.rebuild)),
  ];
  return {
    ok: faults.length === 0,
    at: work.now,
    entries: tree.size,
    artefacts: artefacts.count,
    bytes: artefacts.bytes,
    rebuilt: asked.rebuild,
    checkpoint: tree.checkpoint ?? '',
    faults,
  };
}

async function verifyArtefacts(work: VerifyWork) {
  const { artefacts, erased } = await work.deps.db.inOrganisation(work.scope.org, async (tx) => ({
    artefacts: await allArtefacts(tx, work.scope),
    erased: erasedIn(await entriesOfKinds(tx, work.scope, ['evidence.erased'])),
  }));
  const faults: Fault[] = [];
  let bytes = 0;
  for (const artefact of artefacts) {
    const at = erased.get(artefact.sha256);
    if (at !== undefined || artefact.erasedAt !== null) {
      const fault = erasureFault(work, artefact, at);
      if (fault !== undefined)
        faults.push({ item: `artefact ${artefact.sha256} (${artefact.filename})`, fault });
      continue;
    }
    const found = await hashAgain(work, artefact);
    bytes += found.bytes;
    if (found.fault !== undefined)
      faults.push({ item: `artefact ${artefact.sha256} (${artefact.filename})`, fault: found.fault });
  }
  return { count: artefacts.length, bytes, faults };
}

/** When which bytes were erased, as the ledger says it. */
function erasedIn(entries: readonly EntryRow[]): ReadonlyMap<string, Instant> {
  const found = new Map<string, Instant>();
  for (const { at, payload } of entries) {
    const told = erasedPayload.safeParse(JSON.parse(payload));
    for (const sha256 of told.success ? told.data.erased.artefacts : []) found.set(sha256, at);
  }
  return found;
}

const erasedPayload = z.object({ erased: z.object({ artefacts: z.array(z.string()) }) });

/** Bytes that the ledger calls erased must be gone, and nothing else may be missing under that name. */
function erasureFault(
  { deps, scope }: VerifyWork,
  { sha256, erasedAt }: HeldArtefact,
  told: Instant | undefined,
): string | undefined {
  if (told === undefined) return 'is noted as erased, and the ledger knows nothing of it';
  if (erasedAt !== told) return 'the ledger says that it was erased, and the row says otherwise';
  return deps.blobs.isErased(scope.org, sha256) ? undefined : 'was erased, and its bytes are still there';
}

async function hashAgain(
  work: VerifyWork,
  artefact: ArtefactRecord,
): Promise<{ readonly bytes: number; readonly fault: string | undefined }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of work.deps.blobs.read(work.scope.org, artefact.sha256)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
  } catch (cause) {
    if (cause instanceof SealBroken) return { bytes, fault: `the bytes cannot be opened: ${cause.message}` };
    const gone = codeOf(cause) === 'ENOENT';
    return { bytes, fault: gone ? 'the bytes are gone' : 'the bytes cannot be read' };
  }
  const found = hash.digest('hex');
  if (found !== artefact.sha256) return { bytes, fault: `the bytes now have the hash ${found}` };
  return {
    bytes,
    fault: bytes === artefact.size ? undefined : `is noted with ${artefact.size} bytes, has ${bytes}`,
  };
}
