// The columns of gaps: by what is to be done, and requirement by requirement.
import { isReference, type Gaps } from '../../data/rows.ts';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import type { Column } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';

export type Action = Gaps['actions'][number];
export type Gap = Gaps['gaps'][number];

const EFFORT_UNDER = 0.2;

/** What is done once, and what it closes in both frameworks. */
export function actionColumns(org: string, plan: (action: Action) => void): readonly Column<Action>[] {
  const refs = (row: Action): readonly string[] => [...row.closes, ...row.helps];
  return [
    {
      name: 'Action',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          <Target org={org} target={row.target} /> {row.title}
          <span className="block muted small">{row.reason}</span>
        </>
      ),
    },
    {
      name: 'ISO',
      value: (row) => refs(row).filter((ref) => !ref.startsWith('soc2')).length,
      show: (row) => <Refs org={org} refs={refs(row).filter((ref) => !ref.startsWith('soc2'))} />,
    },
    {
      name: 'SOC 2',
      value: (row) => refs(row).filter((ref) => ref.startsWith('soc2')).length,
      show: (row) => <Refs org={org} refs={refs(row).filter((ref) => ref.startsWith('soc2'))} />,
    },
    {
      name: 'Days',
      number: true,
      value: (row) => row.effort_days,
      show: (row) => (row.effort_days < EFFORT_UNDER ? 'minutes' : row.effort_days),
    },
    {
      name: 'Owner',
      value: (row) => row.owner ?? row.owner_role,
      show: (row) => row.owner ?? <span className="muted">{said(row.owner_role)}</span>,
    },
    {
      name: 'Planned',
      value: (row) => row.due ?? '',
      show: (row) =>
        row.due === null ? (
          <button type="button" className="plain" onClick={() => plan(row)}>
            plan<span className="sr"> {row.title}</span>
          </button>
        ) : (
          <time dateTime={row.due}>{row.due}</time>
        ),
    },
  ];
}

/** The same by requirement: the table that an auditor reads. */
export function gapColumns(org: string): readonly Column<Gap>[] {
  return [
    {
      name: 'Id',
      value: (row) => row.id,
      show: (row) => <RequirementId org={org} reference={row.requirement} />,
    },
    {
      name: 'Requirement',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="block muted small">{row.why}</span>
        </>
      ),
    },
    { name: 'Missing', value: (row) => row.missing, show: (row) => row.missing },
    {
      name: 'Controls',
      value: (row) => row.controls.join(' '),
      show: (row) => <IdList ids={row.controls} link={(code) => <ControlId org={org} code={code} />} />,
    },
  ];
}

function Target({ org, target }: { readonly org: string; readonly target: string }) {
  if (target.startsWith('C-')) return <ControlId org={org} code={target} />;
  return isReference(target) ? <RequirementId org={org} reference={target} /> : null;
}

function Refs({ org, refs }: { readonly org: string; readonly refs: readonly string[] }) {
  return <IdList ids={refs} most={2} link={(ref) => <RequirementId org={org} reference={ref} />} />;
}
