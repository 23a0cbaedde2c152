// The questions of Audits: what do three years cover, which audits are there, what was found.
import { Tabs, type Tab } from './Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/audits', 'Programme'],
  ['/audits/internal', 'Audits'],
  ['/audits/findings', 'Findings'],
  ['/audits/rooms', 'Rooms', 'rooms.read'],
];

export function AuditTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Audits" />;
}
