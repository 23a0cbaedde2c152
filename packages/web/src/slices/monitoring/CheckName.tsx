// A check by its title, and by the key that its scanner gives it.
import { Link } from '@tanstack/react-router';

interface Props {
  readonly org: string;
  readonly check: { readonly key: string; readonly title: string };
}

export function CheckName({ org, check }: Props) {
  const { key, title } = check;
  return (
    <span className="check-name" title={title}>
      {title === key ? null : <span className="check-title">{title}</span>}
      <Link className="id" to="/o/$org/checks/$check" params={{ org, check: key }}>
        {key}
      </Link>
    </span>
  );
}
