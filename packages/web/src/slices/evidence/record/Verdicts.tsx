// Two verdicts for each control that a record serves, side by side, each with its reason.
import { ControlId } from '../../../ui/links.tsx';
import { FrameworkMark, StatusMark } from '../../../ui/marks.tsx';
import type { EvidenceRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly controls: EvidenceRow['controls'];
  /** How many are shown where there is little room. */
  readonly most?: number;
}

export function Verdicts({ org, controls, most }: Props) {
  if (controls.length === 0)
    return <p className="muted">Link it to a control, and both frameworks judge it.</p>;
  const shown = most === undefined || controls.length <= most + 1 ? controls : controls.slice(0, most);
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
          {shown.map((control) => (
            <tr key={control.code}>
              <td className="verdict-control">
                <ControlId org={org} code={control.code} title={control.name} />{' '}
                {most === undefined ? <span className="verdict-name">{control.name}</span> : null}
              </td>
              <Verdict of={control.iso} short={most !== undefined} />
              <Verdict of={control.soc2} short={most !== undefined} />
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < controls.length ? (
        <p className="small muted">and {controls.length - shown.length} more controls</p>
      ) : null}
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
