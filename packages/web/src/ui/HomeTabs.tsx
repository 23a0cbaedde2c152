// The two questions of Home: how ready are we, and what is asked of me.
import { Tabs, type Tab } from './Tabs.tsx';

const TABS: readonly Tab[] = [
  ['', 'Programme'],
  ['/work', 'My work'],
];

export function HomeTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Home" />;
}
