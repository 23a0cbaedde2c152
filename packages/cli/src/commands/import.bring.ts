// A file on its way in: sent, opened as an import, read. It counts for nothing before somebody commits it.
import type { PlainDate } from '@assay/core';
import { basename } from 'node:path';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { store } from '../files.ts';
import type { Period } from '../options.ts';
import { waiting } from '../progress.ts';
import { untilRead } from '../reading.ts';
import type { columnsOf } from './import.columns.ts';
import type { ImportAnswer } from './import.show.ts';
import type { Open } from './shared.ts';

/** What is asked of an import. */
export interface Asked {
  readonly control?: string[];
  readonly performedAt?: PlainDate;
  readonly covers?: Period;
  readonly columns?: ReturnType<typeof columnsOf>;
  readonly partial?: boolean;
}

/** The import of a file: committed when its bytes count already, else a dry run, or refused. */
export async function bring(where: Open, path: string, asked: Asked): Promise<ImportAnswer> {
  const { client, org } = where;
  const artefact = await store(where, path);
  const opened = take(
    await waiting(
      `reading ${basename(path)}`,
      client['imports.start']({
        params: { org },
        body: {
          artefact: artefact.sha256,
          filename: basename(path),
          method: process.env['CI'] === undefined ? 'upload' : 'ci',
          controls: asked.control ?? [],
          partial: asked.partial === true,
          performed_at: asked.performedAt,
          covers: asked.covers,
          columns: asked.columns,
        },
      }),
    ),
  );
  if (opened.state === 'committed') return opened;
  const read = await untilRead(where, opened);
  if (read.state !== 'interrupted') return read;
  throw new CommandEnd(
    EXIT.error,
    `Reading ${basename(path)} was interrupted.`,
    `Read it again with assay imports read ${read.id}, or throw it away with assay imports discard ${read.id}.`,
  );
}
