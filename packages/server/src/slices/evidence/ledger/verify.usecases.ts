// Hashes everything again and names exactly what does not fit: entries, tiles, checkpoints, payloads, records,
// artefacts and, when asked, all that is derived from them.
import { createHash } from 'node:crypto';
import { codeOf } from '../../../platform/failure.ts';
import { allArtefacts, type ArtefactRecord } from '../artefacts.repository.ts';
import type { Fault, VerifyWork } from './fault.ts';
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
  const artefacts = await work.deps.db.inOrganisation(work.scope.org, (tx) => allArtefacts(tx, work.scope));
  const faults: Fault[] = [];
  let bytes = 0;
  for (const artefact of artefacts) {
    const found = await hashAgain(work, artefact);
    bytes += found.bytes;
    if (found.fault !== undefined)
      faults.push({ item: `artefact ${artefact.sha256} (${artefact.filename})`, fault: found.fault });
  }
  return { count: artefacts.length, bytes, faults };
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
