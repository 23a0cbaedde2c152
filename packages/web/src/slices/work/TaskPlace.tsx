// The way to where a task is done.
import { Link } from '@tanstack/react-router';
import type { TaskRow } from './tasks.ts';

export function TaskPlace({ org, task }: { readonly org: string; readonly task: TaskRow }) {
  const { at, id } = task.place;
  switch (at) {
    case 'control':
      return id === null ? null : (
        <Link className="button" to="/o/$org/controls/$control" params={{ org, control: id }}>
          Open {id}
        </Link>
      );
    case 'evidence':
      return id === null ? null : (
        <Link className="button" to="/o/$org/evidence/$evidence" params={{ org, evidence: id }}>
          Review {id}
        </Link>
      );
    case 'import':
      return id === null ? null : (
        <Link className="button" to="/o/$org/import" params={{ org }} search={{ id }}>
          Open the import
        </Link>
      );
    case 'checks':
      return id === null ? null : (
        <Link
          className="button"
          to="/o/$org/checks"
          params={{ org }}
          search={{ state: 'unmapped', source: id }}
        >
          Map its checks
        </Link>
      );
    case 'window':
      return id === null ? null : (
        <Link className="button" to="/o/$org/controls/$control" params={{ org, control: id }}>
          Open {id}
        </Link>
      );
    case 'policy':
      return id === null ? null : (
        <Link className="button" to="/o/$org/policies/$policy" params={{ org, policy: id }}>
          Open {id}
        </Link>
      );
    case 'company':
      return id === null ? (
        <Link className="button" to="/o/$org/company/reviews" params={{ org }}>
          Open the reviews
        </Link>
      ) : (
        <Link className="button" to="/o/$org/company/$record" params={{ org, record: id }}>
          Open {id}
        </Link>
      );
    case 'finding':
      return id === null ? null : (
        <Link className="button" to="/o/$org/audits/findings/$finding" params={{ org, finding: id }}>
          Open {id}
        </Link>
      );
    case 'audit':
      return id === null ? null : (
        <Link className="button" to="/o/$org/audits/$audit" params={{ org, audit: id }}>
          Open {id}
        </Link>
      );
    case 'work':
      return null;
    default:
      return at satisfies never;
  }
}
