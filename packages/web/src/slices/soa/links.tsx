// What a row is in because of, as a link: a risk of the register, or an obligation.
import { Link } from '@tanstack/react-router';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { isAnnex } from './soa.ts';

export function SourceId({ org, code }: { readonly org: string; readonly code: string }) {
  if (code.startsWith('O-'))
    return (
      <Link className="id" to="/o/$org/soa/obligations" params={{ org }} search={{ q: code }}>
        {code}
      </Link>
    );
  return (
    <Link className="id" to="/o/$org/risks/$risk" params={{ org, risk: code }}>
      {code}
    </Link>
  );
}

export function RowId({ org, id }: { readonly org: string; readonly id: string }) {
  return isAnnex(id) ? (
    <RequirementId org={org} reference={`iso27001:2022/${id}`} />
  ) : (
    <ControlId org={org} code={id} />
  );
}
