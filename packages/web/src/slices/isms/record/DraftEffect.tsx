// What the draft of a scope would move, told before anybody approves it.
import { api, useOrg } from '../../../data/api.ts';
import { ControlId } from '../../../ui/links.tsx';
import type { IsmsRow } from '../records.ts';

export function DraftEffect({ org, row }: { readonly org: string; readonly row: IsmsRow }) {
  const told = useOrg(org, ['systems', 'draft', row.id, String(row.revision)], () =>
    api['systems.effect']({ params: { org, record: row.id } }),
  );
  const effect = told.data?.effect;
  if (!effect) return null;
  return (
    <p className="note">
      Once approved: {effect.sentence}{' '}
      {effect.waits.map(({ system, controls }) => (
        <span key={system}>
          {system} waits for{' '}
          {controls.map((code) => (
            <ControlId key={code} org={org} code={code} />
          ))}
          .{' '}
        </span>
      ))}
    </p>
  );
}
