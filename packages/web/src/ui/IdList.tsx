// Ids on one line: the first few as links, the rest as a count whose words name them.
import { Fragment, type ReactNode } from 'react';

interface Props {
  readonly ids: readonly string[];
  readonly link: (id: string) => ReactNode;
  /** How many are shown before the count. */
  readonly most?: number;
}

export function IdList({ ids, link, most = 3 }: Props) {
  const shown = ids.length <= most + 1 ? ids : ids.slice(0, most);
  const rest = ids.slice(shown.length);
  return (
    <span className="ids">
      {shown.map((id) => (
        <Fragment key={id}>{link(id)}</Fragment>
      ))}
      {rest.length === 0 ? null : (
        <span className="faint small" title={rest.join(' ')}>
          +{rest.length}
          <span className="sr"> more: {rest.join(', ')}</span>
        </span>
      )}
    </span>
  );
}
