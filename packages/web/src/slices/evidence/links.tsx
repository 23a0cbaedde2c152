// Ids of evidence as the links that they are, and controls on one line.
import { Link } from '@tanstack/react-router';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId } from '../../ui/links.tsx';

export function EvidenceId({ org, code }: { readonly org: string; readonly code: string }) {
  return (
    <Link className="id" to="/o/$org/evidence/$evidence" params={{ org, evidence: code }}>
      {code}
    </Link>
  );
}

/** Controls on one line, those beyond the first as a count. */
export function ControlIds(props: {
  readonly org: string;
  readonly codes: readonly string[];
  readonly most?: number;
}) {
  if (props.codes.length === 0) return <span className="faint">none</span>;
  return (
    <IdList
      ids={props.codes}
      most={props.most ?? 2}
      link={(code) => <ControlId org={props.org} code={code} />}
    />
  );
}
