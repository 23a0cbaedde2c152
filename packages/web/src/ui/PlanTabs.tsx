// The questions of Plan: which first, what it costs, when it is there, and what if.
import { Tabs, type Tab } from './Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/plan', 'Advice'],
  ['/plan/costs', 'Costs'],
  ['/plan/schedule', 'Schedule'],
  ['/plan/variants', 'What if'],
];

export function PlanTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Plan" />;
}
