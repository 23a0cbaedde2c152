// The pages of Risks, side by side.
import { Tabs, type Tab } from '../../ui/Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/risks', 'Register'],
  ['/risks/losses', 'Losses'],
  ['/risks/method', 'Method'],
  ['/risks/bring', 'Bring a register'],
];

export function RiskTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Risks" />;
}
