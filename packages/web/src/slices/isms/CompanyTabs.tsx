// What Company holds: documents of clauses 4 to 7, objectives, competence, planned changes, feedback, management reviews.
import { Tabs, type Tab } from '../../ui/Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/company', 'Documents'],
  ['/company/objectives', 'Objectives'],
  ['/company/competence', 'Competence'],
  ['/company/changes', 'Changes'],
  ['/company/feedback', 'Feedback'],
  ['/company/reviews', 'Reviews'],
];

export function CompanyTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Company" />;
}
