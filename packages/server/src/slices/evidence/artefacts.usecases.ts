// Storing bytes: on the disk first, in the database second, acknowledged last.
import { err, ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { BlobErased, BlobTooLarge } from '../../platform/blobs/blobs.ts';
import { codeOf } from '../../platform/failure.ts';
import type { OrgScope } from '../access/access.module.ts';
import { noteArtefacts, type ArtefactRecord } from './artefacts.repository.ts';
import { mediaTypeOf } from './mediaType.ts';

/** Largest artefact: scanner output of a large estate; bigger files are split by their makers. */
const ARTEFACT_LIMIT = 2 * 1024 ** 3;

interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

interface Given {
  readonly filename: string;
  readonly expected?: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Told the hash before the database is used. */
  readonly received?: (sha256: string) => void;
}

/** Stores bytes and notes that they are held. */
export async function storeArtefact(work: Work, given: Given) {
  const stored = await receiveArtefact(work, given);
  if (!stored.ok) return stored;
  const { sha256, size, mediaType, filename } = stored.value;
  const fresh = await work.deps.db.inOrganisation(work.scope.org, (tx) =>
    noteArtefacts(tx, work.scope, [stored.value], work.now),
  );
  return ok({ data: { sha256, size, media_type: mediaType, filename, known: !fresh.has(sha256) } });
}

/** Puts bytes on the disk, to be noted by whoever records what they are. */
export async function receiveArtefact(
  work: Pick<Work, 'deps' | 'scope'>,
  given: Given,
): Promise<Result<ArtefactRecord, Refusal>> {
  const stored = await put(work, given.bytes);
  if (!stored.ok) return stored;
  const { sha256, size, head } = stored.value;
  given.received?.(sha256);
  if (given.expected !== undefined && given.expected !== sha256)
    return err({
      code: 'artefact.hash_mismatch',
      detail: `The bytes that arrived have the hash ${sha256}; send them again.`,
    });
  const filename =
    given.filename
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\u0000-\u001f\u007f]/g, '') || 'file';
  return ok({ sha256, size, mediaType: mediaTypeOf(head, filename), filename });
}

async function put(
  work: { readonly deps: Deps; readonly scope: OrgScope },
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<Awaited<ReturnType<Deps['blobs']['put']>>, Refusal>> {
  try {
    return ok(await work.deps.blobs.put(work.scope.org, bytes, ARTEFACT_LIMIT));
  } catch (cause) {
    if (cause instanceof BlobTooLarge)
      return err({
        code: 'request.too_large',
        detail: `The file is larger than ${ARTEFACT_LIMIT / 1024 ** 3} GiB; split it.`,
      });
    if (cause instanceof BlobErased)
      return err({
        code: 'artefact.erased',
        detail: `The bytes with the hash ${cause.message} were erased here on purpose; they are not taken again.`,
      });
    if (codeOf(cause) === 'ENOSPC' || codeOf(cause) === 'EDQUOT')
      return err({
        code: 'server.storage_full',
        detail: 'The disk is full; nothing was stored. Free some space and send it again.',
      });
    throw cause;
  }
}
