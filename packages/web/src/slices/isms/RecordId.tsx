// A record's id as a link; a record without a number is called by its name.
import { Link } from '@tanstack/react-router';

export function RecordId({ org, id }: { readonly org: string; readonly id: string }) {
  return (
    <Link className="id" to="/o/$org/company/$record" params={{ org, record: id }}>
      {id}
    </Link>
  );
}
