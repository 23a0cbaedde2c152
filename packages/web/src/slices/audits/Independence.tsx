// Whether the auditor owns anything of the scope, while it is typed; the server asks again.
import { ownWork, type RequirementRef } from '@assay/core';
import type { useOwnedControls } from './audits.ts';

interface Props {
  readonly auditor: string;
  readonly scope: readonly RequirementRef[];
  readonly controls: ReturnType<typeof useOwnedControls>;
  readonly leaveOut: (refs: readonly RequirementRef[]) => void;
}

export function Independence({ auditor, scope, controls, leaveOut }: Props) {
  if (auditor.trim() === '' || scope.length === 0) return null;
  const own = ownWork(auditor, scope, controls);
  if (own.length === 0)
    return <p className="muted">{auditor.trim()} owns no control that answers any of it: independent.</p>;
  const answered = scope.filter((ref) =>
    controls.some(({ code, answers }) => own.includes(code) && answers.includes(ref)),
  );
  return (
    <div className="note">
      <p>
        {auditor.trim()} owns {own.join(', ')}, and nobody audits their own work (9.2.2 b). Name somebody
        else, or leave out the {answered.length} {answered.length === 1 ? 'requirement' : 'requirements'} that{' '}
        {own.length === 1 ? 'it answers' : 'they answer'}.
      </p>
      <button type="button" className="plain" onClick={() => leaveOut(answered)}>
        Leave {answered.length === 1 ? 'it' : 'them'} out
      </button>
    </div>
  );
}
