// The columns of a framework's view, and how its groups are called.
import type { RequirementPosture } from '../../data/rows.ts';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';

const GROUPS: Readonly<Record<string, string>> = {
  clauses: 'Clauses 4 to 10',
  organizational: 'Annex A, organizational',
  people: 'Annex A, people',
  physical: 'Annex A, physical',
  technological: 'Annex A, technological',
  CC1: 'CC1 Control environment',
  CC2: 'CC2 Communication and information',
  CC3: 'CC3 Risk assessment',
  CC4: 'CC4 Monitoring',
  CC5: 'CC5 Control activities',
  CC6: 'CC6 Logical and physical access',
  CC7: 'CC7 System operations',
  CC8: 'CC8 Change management',
  CC9: 'CC9 Risk mitigation',
  A1: 'A1 Availability',
  C1: 'C1 Confidentiality',
};

export function groupTitle(group: string): string {
  return GROUPS[group] ?? group;
}

/** Without `decide`, as for an earlier day, the decision is only shown. */
export function requirementColumns(
  org: string,
  decide: ((reference: string) => void) | undefined,
): readonly Column<RequirementPosture>[] {
  return [
    {
      name: 'Id',
      value: (row) => row.id,
      show: (row) => <RequirementId org={org} reference={row.ref} />,
    },
    {
      name: 'Requirement',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          {row.state === 'proved' ? null : (
            <span className="block muted small">{row.decision ?? row.reason}</span>
          )}
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => row.state,
      show: (row) => (
        <span title={row.reason}>
          <StatusMark state={row.state} />
        </span>
      ),
    },
    {
      name: 'Controls',
      value: (row) => row.controls.map((each) => each.code).join(' '),
      show: (row) => {
        const answering = row.controls.filter((each) => each.strength !== 'supporting');
        const title = (code: string): string | undefined =>
          answering.find((each) => each.code === code)?.name;
        return (
          <IdList
            ids={answering.map((each) => each.code)}
            link={(code) => <ControlId org={org} code={code} title={title(code)} />}
          />
        );
      },
    },
    {
      name: 'Decision',
      value: (row) => (row.decided ? (row.applies ? 'applies' : 'excluded') : ''),
      show: (row) => <Decision row={row} decide={decide} />,
    },
  ];
}

function Decision({
  row,
  decide,
}: {
  readonly row: RequirementPosture;
  readonly decide: ((reference: string) => void) | undefined;
}) {
  if (row.kind === 'clause') return <span className="faint small">always applies</span>;
  const word = !row.decided ? 'undecided' : row.applies ? 'applies' : 'excluded';
  if (!decide) return <span className="small muted">{word}</span>;
  return (
    <button type="button" className="plain" onClick={() => decide(row.ref)}>
      {row.decided ? word : 'decide'}
      <span className="sr"> {row.id}</span>
    </button>
  );
}
