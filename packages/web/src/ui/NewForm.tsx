// The page on which something is written down for the first time: its head, the form, why it was refused beside the
// button, and then the page of what was made.
import type { Failure, Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { take } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { Refusal } from './FormDialog.tsx';
import { PageHead } from './page.tsx';

interface Props<T> {
  readonly org: string;
  readonly title: string;
  readonly sentence: string;
  /** The list to which it will belong, and what that is called. */
  readonly list: readonly [address: '/risks' | '/audits' | '/controls', name: string];
  /** What the button says. */
  readonly act: string;
  /** Why the button waits; undefined where nothing is missing. */
  readonly waits?: string | undefined;
  readonly send: () => Promise<Result<Reply<T>, Failure>>;
  /** What was done, for the message. */
  readonly done: (made: T) => string;
  readonly open: (made: T) => Promise<void>;
  readonly children: ReactNode;
  /** What stands beneath the form: suggestions. */
  readonly below?: ReactNode;
}

export function NewForm<T>(props: Props<T>) {
  const { org, title, sentence, list, act, waits, children, below } = props;
  const client = useQueryClient();
  const sent = useMutation({
    mutationFn: async () => {
      const made = take(await props.send());
      await client.invalidateQueries({ queryKey: ['org', org] });
      tell(props.done(made));
      await props.open(made);
    },
  });
  const [address, name] = list;
  return (
    <div className="page">
      <PageHead
        title={title}
        name={title}
        sentence={sentence}
        crumbs={<Link to={`/o/${org}${address}`}>{name}</Link>}
      />
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
          <button
            type="submit"
            className="button primary"
            disabled={sent.isPending || waits !== undefined}
            title={waits}
          >
            {act}
          </button>
          <Link className="button quiet" to={`/o/${org}${address}`}>
            Cancel
          </Link>
        </div>
      </form>
      {below}
    </div>
  );
}
