// What is done about a risk: the decision, and the controls that do it with their proof.
import { allPages } from '@assay/contract';
import { api, useOrg } from '../../../data/api.ts';
import type { Control } from '../../../data/rows.ts';
import { ControlId } from '../../../ui/links.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Risk } from '../risks.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
}

interface Row {
  readonly code: string;
  readonly control: Pick<Control, 'name' | 'state' | 'iso'> | undefined;
}

export function Treatment({ org, risk }: Props) {
  const { treatment } = risk;
  const controls = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  const byCode = new Map((controls.data?.data ?? []).map((each) => [each.code, each]));
  const rows: readonly Row[] = (treatment?.controls ?? []).map((code) => ({
    code,
    control: byCode.get(code),
  }));
  const columns: readonly SmallColumn<Row>[] = [
    { name: 'Control', value: ({ code }) => code, show: ({ code }) => <ControlId org={org} code={code} /> },
    {
      name: 'Name',
      grow: true,
      value: ({ control }) => control?.name ?? '',
      show: ({ control }) => control?.name ?? '',
    },
    {
      name: 'In place',
      value: ({ control }) => control?.state.implementation ?? control?.state.state ?? '',
      show: ({ control }) =>
        control ? <StatusMark state={control.state.implementation ?? control.state.state} /> : null,
    },
    {
      name: 'Proof',
      value: ({ control }) => control?.iso.state ?? '',
      show: ({ control }) => (control ? <StatusMark state={control.iso.state} /> : null),
    },
    {
      name: 'Owner',
      value: ({ control }) => control?.state.owner ?? '',
      show: ({ control }) => control?.state.owner ?? '',
    },
  ];
  return (
    <>
      <section className="section" aria-labelledby="treatment">
        <h2 id="treatment">Treatment</h2>
        {treatment ? (
          <dl className="facts">
            {(
              [
                ['Option', treatment.option],
                ['Plan', treatment.plan === '' ? 'none written' : treatment.plan],
                ['Carried out by', treatment.owner ?? 'nobody'],
                ['Done by', treatment.due ?? 'no day'],
                ['Decided', `${treatment.decided_on}, ${treatment.by}`],
              ] as const
            ).map(([name, text]) => (
              <div key={name} className="key-row">
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="muted">Nothing is decided.</p>
        )}
      </section>
      {rows.length === 0 ? null : (
        <TableSection
          title="Controls that treat it"
          file={`${risk.code}-controls`}
          rows={rows}
          columns={columns}
          keyOf={({ code }) => code}
        />
      )}
    </>
  );
}
