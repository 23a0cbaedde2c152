// A policy that somebody brings as a file: the bytes are kept by their hash, the text of Word and Markdown is read apart.
import { err, ok, type Result } from '@assay/core';
import { readTextInWorker, TEXT_LIMITS } from '@assay/sources';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from '../access/access.module.ts';
import { findArtefact } from '../evidence/evidence.module.ts';
import type { PolicyFile } from './versions.repository.ts';

export interface Brought {
  readonly file: PolicyFile;
  /** Markdown; empty where only the file says it. */
  readonly text: string;
}

/** As much as a text that is written here may have (contract). */
const LONGEST = 60_000;
const MOST_LINES = 3000;

export async function readBrought(
  { deps, scope }: { readonly deps: Deps; readonly scope: OrgScope },
  given: { readonly artefact: string; readonly filename: string },
): Promise<Result<Brought, Refusal>> {
  const held = await deps.db.inOrganisation(scope.org, (tx) => findArtefact(tx, scope, given.artefact));
  if (!held || !(await deps.blobs.has(scope.org, given.artefact)))
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${given.artefact} are stored; send them first.`,
    });
  const read = await readTextInWorker({
    ...deps.blobs.placeOf(scope.org, given.artefact),
    limits: TEXT_LIMITS,
  });
  if (!read.ok) {
    const { message, position, remedy } = read.error;
    return err({
      code: 'policy.file_unreadable',
      detail: `${given.filename}: ${message} (${position}) ${remedy}`,
    });
  }
  const { kind, text } = read.value;
  if (text.length > LONGEST || text.split('\n').length > MOST_LINES)
    return err({
      code: 'policy.file_unreadable',
      detail: `${given.filename} holds more than ${LONGEST} characters or ${MOST_LINES} lines; split it.`,
    });
  const file = { sha256: held.sha256, filename: given.filename, size: held.size, media_type: MEDIA[kind] };
  return ok({ file, text });
}

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  markdown: 'text/markdown',
} as const;
