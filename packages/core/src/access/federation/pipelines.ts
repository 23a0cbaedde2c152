// Which pipelines get a token: a rule binds an issuer to a repository and a ref by claims of the pipeline's own ID token.

export interface PipelineClaim {
  readonly claim: string;
  /** The value word for word; a star at the end of a ref stands for whatever follows. */
  readonly value: string;
}

/**
 * Claims that name the repository, and those that name what of it runs, as GitHub and GitLab write them
 * (docs.github.com: OpenID Connect reference; docs.gitlab.com: ID token authentication).
 */
const REPOSITORY = ['repository', 'repository_id', 'project_path', 'project_id'];
const REF = ['ref', 'environment', 'job_workflow_ref', 'sub'];

export type PipelineFault = 'no_repository' | 'no_ref' | 'star' | 'twice';

/** What keeps claims from being a rule; without a ref anybody who may open a branch would get the token. */
export function pipelineFaults(claims: readonly PipelineClaim[]): readonly PipelineFault[] {
  const names = claims.map(({ claim }) => claim);
  const faults: PipelineFault[] = [];
  if (!names.some((name) => REPOSITORY.includes(name))) faults.push('no_repository');
  if (!names.some((name) => REF.includes(name))) faults.push('no_ref');
  if (claims.some(({ claim, value }) => value.includes('*') && !isPrefix(claim, value))) faults.push('star');
  if (new Set(names).size < names.length) faults.push('twice');
  return faults;
}

/** The first claim that is not as the rule asks; undefined when all are. */
export function unmetClaim(
  claims: readonly PipelineClaim[],
  said: Readonly<Record<string, unknown>>,
): PipelineClaim | undefined {
  return claims.find(
    ({ claim, value }) => !meets(claim, value, Object.hasOwn(said, claim) ? said[claim] : undefined),
  );
}

function meets(claim: string, value: string, said: unknown): boolean {
  const text = typeof said === 'number' ? String(said) : said;
  if (typeof text !== 'string') return false;
  return isPrefix(claim, value) ? text.startsWith(value.slice(0, -1)) : text === value;
}

/** `refs/heads/release/*`: a star alone would be every ref. */
function isPrefix(claim: string, value: string): boolean {
  return claim === 'ref' && /^refs\/(heads|tags)\/[^*]*\*$/.test(value);
}
