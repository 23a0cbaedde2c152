// The statement of applicability and what stands beside it.
import { Tabs, type Tab } from '../../ui/Tabs.tsx';
import { ControlTabs } from '../controls/tabs.tsx';
import './soa.css';

const TABS: readonly Tab[] = [
  ['/soa', 'Statement'],
  ['/soa/obligations', 'Obligations'],
  ['/soa/versions', 'Versions'],
  ['/soa/bring', 'Bring a statement'],
  ['/soa/transition', 'From 2013'],
];

/** The row of the place, and below it the row of the statement. */
export function SoaTabs({ org }: { readonly org: string }) {
  return (
    <div className="soa-tabs">
      <ControlTabs org={org} />
      <Tabs org={org} tabs={TABS} label="The statement and what stands beside it" />
    </div>
  );
}
