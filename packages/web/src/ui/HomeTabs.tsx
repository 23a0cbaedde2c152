// The questions of Home: how ready are we, what is asked of me, what is missing, what would an auditor not find.
import { Tabs, type Tab } from './Tabs.tsx';

const TABS: readonly Tab[] = [
  ['', 'Programme'],
  ['/work', 'My work', 'work.read'],
  ['/gaps', 'Gaps', 'controls.read'],
  ['/readiness', 'Readiness', 'controls.read'],
  ['/path', 'Path', 'controls.read'],
];

export function HomeTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Home" />;
}
