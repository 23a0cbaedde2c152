// Two verdicts for each control that a record serves, side by side, each with its reason. Controls with the
// same two verdicts stand in one row.
import { ControlId } from '../../../ui/links.tsx';
import { FrameworkMark, StatusMark } from '../../../ui/marks.tsx';
import type { EvidenceRow } from '../records.ts';
import { alike } from './alike.ts';

interface Props {
  readonly org: string;
  readonly controls: EvidenceRow['controls'];
  /** Without names and reasons, where there is little room. */
  readonly short?: boolean;
}

export function Verdicts({ org, controls, short = false }: Props) {
  if (controls.length === 0)
    return <p className="muted">Link it to a control, and both frameworks judge it.</p>;
  return (
    <div className="table-wrap">
      <table className="table verdicts">
        <caption className="sr">Verdicts by control</caption>
        <thead>
          <tr>
            <th>Control</th>
            <th>
              <FrameworkMark view="iso">ISO/IEC 27001</FrameworkMark>
            </th>
            <th>
              <FrameworkMark view="soc2">SOC 2</FrameworkMark>
            </th>
          </tr>
        </thead>
        <tbody>
          {alike(controls).map((group) => (
            <tr key={group.controls[0]?.code}>
              <td className="verdict-control">
                {group.controls.length > 1 ? (
                  <span className="muted">{group.controls.length} controls</span>
                ) : null}
                <span className="verdict-ids">
                  {group.controls.map((control) => (
                    <span key={control.code}>
                      <ControlId org={org} code={control.code} title={control.name} />
                      {group.controls.length === 1 && !short ? ` ${control.name}` : null}
                    </span>
                  ))}
                </span>
              </td>
              <Verdict of={group.iso} short={short} />
              <Verdict of={group.soc2} short={short} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Verdict(props: { readonly of: EvidenceRow['controls'][number]['iso']; readonly short: boolean }) {
  const { state, reason } = props.of;
  return (
    <td className="judged" title={props.short ? reason : undefined}>
      <StatusMark state={state} />
      {props.short ? null : <span className="under">{reason}</span>}
    </td>
  );
}
