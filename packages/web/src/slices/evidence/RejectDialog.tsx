// Rejecting needs a reason: it is kept with the record and shown wherever the record is.
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';

interface Props {
  readonly codes: readonly string[];
  readonly close: () => void;
  readonly reject: (reason: string) => void;
}

export function RejectDialog({ codes, close, reject }: Props) {
  const name = codes.length === 1 ? (codes[0] ?? '') : `${codes.length} records`;
  return (
    <ReasonDialog
      title={`Reject ${name}`}
      ask="What is wrong with it? Whoever brought it reads this."
      act={`Reject ${name}`}
      longest={2000}
      close={close}
      give={reject}
    />
  );
}
