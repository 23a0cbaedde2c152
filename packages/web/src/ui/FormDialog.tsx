// A form in a dialog that stays open, with what was typed, as long as what it asks for is refused; the reason stands in it.
import type { Failure, Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiFailure, take } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { Dialog } from './Dialog.tsx';

interface Props<T> {
  readonly org: string;
  readonly title: string;
  /** What the button says. */
  readonly act: string;
  readonly send: () => Promise<Result<Reply<T>, Failure>>;
  /** What was done, for the message. */
  readonly done: string;
  readonly undo?: (made: T) => Promise<Result<Reply<unknown>, Failure>>;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function FormDialog<T>({ org, title, act, send, done, undo, close, children }: Props<T>) {
  const client = useQueryClient();
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: ['org', org] });
  const sent = useMutation({
    mutationFn: async () => {
      const made = take(await send());
      await renew();
      tell(
        done,
        undo &&
          (async () => {
            take(await undo(made));
            await renew();
          }),
      );
      close();
    },
  });
  return (
    <Dialog title={title} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          sent.mutate();
        }}
      >
        {children}
        <Refusal of={sent.error} />
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={sent.isPending}>
            {act}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Why something was refused, where it was asked for. */
export function Refusal({ of }: { readonly of: unknown }) {
  if (!of) return null;
  return (
    <p className="problem" role="alert">
      {of instanceof ApiFailure ? of.failure.detail : 'It could not be recorded.'}
    </p>
  );
}
