// What is picked and what can be done with all of it at once.

interface Props {
  readonly count: number;
  readonly picked: number;
  /** Those of the picked that wait for a reviewer. */
  readonly codes: readonly string[];
  readonly busy: boolean;
  readonly accept: (codes: readonly string[]) => void;
  readonly reject: (codes: readonly string[]) => void;
  readonly clear: () => void;
}

export function PickedBar(props: Props) {
  const { codes, picked } = props;
  if (picked === 0)
    return (
      <p className="keys small muted hide-phone">
        <kbd>j</kbd> <kbd>k</kbd> walk · <kbd>a</kbd> accept · <kbd>r</kbd> reject · <kbd>x</kbd> pick,{' '}
        <kbd>shift x</kbd> to here · <kbd>Enter</kbd> open
        <span className="count">{props.count === 1 ? '1 record' : `${props.count} records`}</span>
      </p>
    );
  return (
    <div className="toolbar picked-bar" role="status">
      <span>
        {picked} picked
        {codes.length === picked ? '' : `, ${codes.length} of them to review`}
      </span>
      <button
        type="button"
        className="button primary"
        disabled={props.busy || codes.length === 0}
        onClick={() => props.accept(codes)}
      >
        Accept {codes.length}
      </button>
      <button
        type="button"
        className="button"
        disabled={props.busy || codes.length === 0}
        onClick={() => props.reject(codes)}
      >
        Reject {codes.length} …
      </button>
      <button type="button" className="button quiet" onClick={props.clear}>
        Pick none
      </button>
    </div>
  );
}
