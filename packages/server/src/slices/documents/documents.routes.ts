// HTTP of documents.
import { documentsRoutes } from '@assay/contract';
import { dateOfInstant, ok } from '@assay/core';
import { attachment, attachmentOf } from '../../app/attachment.ts';
import { bindAll } from '../../app/handler.ts';
import { exportEverything } from './export.usecases.ts';
import { listDocuments, printDocument } from './print.usecases.ts';

export const documentsHandlers = bindAll(documentsRoutes, {
  'export.read': async ({ deps, scope, now }) => {
    const zip = await exportEverything({ deps, scope, now });
    if (!zip.ok) return zip;
    return ok({
      data: attachment(bytesOf(zip.value), {
        filename: `${scope.slug}-${dateOfInstant(now)}.zip`,
        mediaType: 'application/zip',
      }),
    });
  },
  'documents.list': async (context) => ok({ data: { data: await listDocuments(context) } }),
  'documents.print': async (context, { params, query }) => {
    const printed = await printDocument(context, {
      document: params.document,
      of: query.of,
      format: query.format,
    });
    if (!printed.ok) return printed;
    const { bytes, filename, mediaType } = printed.value;
    return ok({ data: attachmentOf(bytes, { filename, mediaType }) });
  },
});

/** The archive's stream as bytes; it never yields text, which its types do not know. */
async function* bytesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
