// Something is said; what was typed stays as long as it is refused.
import type { Failure, Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { take } from '../../data/api.ts';
import { Refusal } from '../../ui/FormDialog.tsx';

export function SayForm({
  org,
  act,
  send,
  children,
}: {
  readonly org: string;
  readonly act: string;
  readonly send: (text: string) => Promise<Result<Reply<unknown>, Failure>>;
  readonly children?: ReactNode;
}) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const sent = useMutation({
    mutationFn: async () => {
      take(await send(text));
      setText('');
      await client.invalidateQueries({ queryKey: ['org', org] });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate();
      }}
    >
      <label className="field">
        <span>Say something</span>
        <textarea
          className="input"
          required
          rows={3}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {children}
      <Refusal of={sent.error} />
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={text.trim() === '' || sent.isPending}>
          {act}
        </button>
      </div>
    </form>
  );
}
