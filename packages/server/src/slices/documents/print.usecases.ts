// Prints a document: its data is read inside the organisation's transaction; what is computed long, and setting it, come
// after it.
import type { PrintedFormat } from '@assay/contract';
import { documentMarkdown, err, misshapenRows, ok, type PrintedDocument, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { typeset } from '../../platform/typeset/typeset.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Instant } from '@assay/core';
import type { DocumentKind } from './printed.ts';

interface Asked {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
  readonly gone: AbortSignal;
}

export interface PrintedFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPES: Readonly<Record<PrintedFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
};

/** All that can be printed, each with the things of which there is one. */
export function listDocuments({ deps, scope, now }: Omit<Asked, 'gone'>) {
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const listed = [];
    for (const { name, title, about, of } of deps.documents)
      listed.push({
        name,
        title,
        about,
        of: of === undefined ? [] : [...(await of({ tx, scope, catalogue: deps.catalogue, now }))],
      });
    return listed;
  });
}

export async function printDocument(
  asked: Asked,
  which: { readonly document: string; readonly of: string | undefined; readonly format: PrintedFormat },
): Promise<Result<PrintedFile, Refusal>> {
  const kind = asked.deps.documents.find(({ name }) => name === which.document);
  if (!kind)
    return err({
      code: 'document.not_found',
      detail: `Nothing is printed under the name ${which.document}.`,
    });
  const made = await make(asked, kind, which.of ?? '');
  if (!made.ok) return made;
  const { slug } = asked.scope;
  return ok({
    filename:
      [slug, kind.name, which.of, asked.now.slice(0, 10)].filter(Boolean).join('-') + `.${which.format}`,
    mediaType: MEDIA_TYPES[which.format],
    bytes: await bytesOf(made.value, which.format),
  });
}

async function make(
  { deps, scope, now, gone }: Asked,
  kind: DocumentKind,
  of: string,
): Promise<Result<PrintedDocument, Refusal>> {
  const made = await deps.db.inOrganisation(scope.org, async (tx): ReturnType<DocumentKind['make']> => {
    const asked = { tx, scope, catalogue: deps.catalogue, now };
    const things = (await kind.of?.(asked)) ?? [];
    if (kind.of !== undefined && !things.some(({ id }) => id === of))
      return err({
        code: 'document.of_unknown',
        detail:
          things.length === 0
            ? `There is nothing yet of which “${kind.title}” could be printed.`
            : `Say of which: ${things.map(({ id }) => id).join(', ')}.`,
      });
    return kind.make(asked, of);
  });
  if (!made.ok) return made;
  return typeof made.value === 'function' ? made.value(gone) : ok(made.value);
}

async function bytesOf(document: PrintedDocument, format: PrintedFormat): Promise<Uint8Array> {
  const broken = document.blocks.find((block) => block.kind === 'table' && misshapenRows(block).length > 0);
  if (broken) throw new Error(`a table of ${document.title} has rows that do not fit its header`);
  if (format === 'md') return Buffer.from(documentMarkdown(document));
  if (format === 'json') return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return typeset({ document, format });
}
