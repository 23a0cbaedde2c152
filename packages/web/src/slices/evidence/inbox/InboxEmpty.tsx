// Two ways in which nothing waits: nothing came yet, or everything is dealt with.
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../ui/page.tsx';

export function InboxEmpty({ org, any }: { readonly org: string; readonly any: boolean }) {
  if (any)
    return (
      <Empty title="Everything is reviewed">
        <p>Every record is accepted or rejected, serves a control and lies within what is examined.</p>
        <Link className="button" to="/o/$org/evidence/library" params={{ org }}>
          Look at the library
        </Link>
      </Empty>
    );
  return (
    <Empty title="Nothing has been brought yet">
      <p>
        A scanner’s output, an export, a signed page: what is brought waits here until somebody accepts it,
        and then answers ISO/IEC 27001 and SOC 2 at once.
      </p>
      <Link className="button primary" to="/o/$org/import" params={{ org }}>
        Bring the first file
      </Link>
    </Empty>
  );
}
