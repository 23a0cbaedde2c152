// The lists of the evidence place.
import { Tabs, type Tab } from '../../ui/Tabs.tsx';

const TABS: readonly Tab[] = [
  ['/windows', 'Window'],
  ['/evidence', 'Inbox'],
  ['/evidence/library', 'Library'],
  ['/evidence/imports', 'Imports'],
  ['/evidence/collectors', 'Collectors'],
  ['/populations', 'Populations'],
  ['/samples', 'Samples'],
];

export function EvidenceTabs({ org }: { readonly org: string }) {
  return <Tabs org={org} tabs={TABS} label="Evidence lists" />;
}
