// Ids as links in the monospaced face: controls, requirements in their framework's hue, evidence.
import { Link } from '@tanstack/react-router';

interface OfOrg {
  readonly org: string;
  readonly title?: string | undefined;
}

export function ControlId({ org, code, title }: OfOrg & { readonly code: string }) {
  return (
    <Link className="id" title={title} to="/o/$org/controls/$control" params={{ org, control: code }}>
      {code}
    </Link>
  );
}

/** A requirement by its whole reference, for example `soc2:2017/CC6.1`. */
export function RequirementId({ org, reference, title }: OfOrg & { readonly reference: string }) {
  const slash = reference.indexOf('/');
  const [framework, requirement] = [reference.slice(0, slash), reference.slice(slash + 1)];
  return (
    <Link
      className={`id ${hueOf(framework)}`}
      title={title}
      to="/o/$org/frameworks/$framework/$requirement"
      params={{ org, framework, requirement }}
    >
      {requirement}
    </Link>
  );
}

export function FindingId({ org, id, title }: OfOrg & { readonly id: string }) {
  return (
    <Link className="id" title={title} to="/o/$org/audits/findings/$finding" params={{ org, finding: id }}>
      {id}
    </Link>
  );
}

export function AuditId({ org, id, title }: OfOrg & { readonly id: string }) {
  return (
    <Link className="id" title={title} to="/o/$org/audits/$audit" params={{ org, audit: id }}>
      {id}
    </Link>
  );
}

/** The class of a framework's hue; own frameworks have none. */
export function hueOf(reference: string): '' | 'iso' | 'soc2' {
  if (reference.startsWith('soc2')) return 'soc2';
  return reference.startsWith('iso27001') ? 'iso' : '';
}
