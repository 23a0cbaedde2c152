// Sends a kept table, has it read, and leads to what it would change.
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ApiFailure, take } from '../../data/api.ts';
import { upload } from '../../data/upload.ts';
import type { KeptKind } from './kept.ts';

interface Table {
  readonly sheet?: string;
  readonly head_row?: number;
}

interface Failed {
  readonly file: File;
  readonly detail: string;
  /** No table was recognised, but the file could be read. */
  readonly mayBeFound: boolean;
}

export interface Bring {
  readonly busy: boolean;
  readonly failed: Failed | undefined;
  readonly send: (file: File, table: Table) => Promise<void>;
}

export function useBringKept(org: string, kind: KeptKind): Bring {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = async (file: File, table: Table): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const { sha256 } = await upload(org, file, () => {}).done;
      const { id } = take(
        await api['kept.start']({
          params: { org },
          body: { kind, artefact: sha256, filename: file.name, table },
        }),
      );
      await client.invalidateQueries({ queryKey: ['org', org] });
      await navigate({ to: '.', search: { id } });
    } catch (cause) {
      setFailed({
        file,
        detail: cause instanceof Error ? cause.message : 'The file was not read.',
        mayBeFound: cause instanceof ApiFailure && cause.failure.code === 'kept.no_table',
      });
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, send };
}
