// A token that was just made: its secret is shown before the dialog goes, and not again.
import type { Output, Routes } from '@assay/contract';
import { Copy } from '../../../ui/Copy.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

export type Made = Output<Routes['tokens.create']>;

interface Props {
  readonly made: Made;
  /** Where it goes. */
  readonly sentence: string;
  /** What the button says. */
  readonly kept: string;
  readonly close: () => void;
}

export function MadeToken({ made, sentence, kept, close }: Props) {
  return (
    <Dialog title={`The token ${made.name}`} close={close}>
      <p className="prose">{sentence}</p>
      <p>
        <Copy text={made.secret} what="the token" />
      </p>
      <button type="button" className="button primary" onClick={close}>
        {kept}
      </button>
    </Dialog>
  );
}
