// What was typed of what a finding says, as the API takes it. Pure.
import { isReference } from '../../data/rows.ts';
import type { About } from './AboutFields.tsx';
import type { Finding } from './findings.ts';

export const NO_ABOUT: About = { statement: '', owner: '', requirements: [], controls: [], evidence: '' };

export function aboutOf(finding: Finding): About {
  const { statement, owner, requirements, controls, evidence } = finding;
  return { statement, owner: owner ?? '', requirements, controls, evidence: evidence.join(' ') };
}

export function bodyOf({ statement, owner, requirements, controls, evidence }: About) {
  return {
    statement: statement.trim(),
    owner: owner.trim() === '' ? null : owner.trim(),
    requirements: requirements.filter(isReference),
    controls: [...controls],
    evidence: evidence.split(/[\s,]+/).filter((each) => each !== ''),
  };
}
