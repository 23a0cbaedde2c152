// The views of the one control set.
import { Tabs, type Tab } from '../../ui/Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/controls', 'Control set'],
  ['/view/iso27001:2022', 'ISO view'],
  ['/soa', 'ISO SoA'],
  ['/view/soc2:2017', 'SOC 2 view'],
  ['/crosswalk', 'Crosswalk'],
  ['/checks', 'Checks'],
];

export function ControlTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Views of the control set" />;
}
