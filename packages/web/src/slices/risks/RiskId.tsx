// A risk's id as a link.
import { Link } from '@tanstack/react-router';

export function RiskId({
  org,
  code,
  title,
}: {
  readonly org: string;
  readonly code: string;
  readonly title?: string;
}) {
  return (
    <Link className="id" title={title} to="/o/$org/risks/$risk" params={{ org, risk: code }}>
      {code}
    </Link>
  );
}
