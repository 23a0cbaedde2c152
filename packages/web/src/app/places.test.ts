import { expect, test } from 'vitest';
import { placeOf } from './places.ts';

test.each([
  ['/o/acme', 'Home'],
  ['/o/acme/', 'Home'],
  ['/o/acme/plan', 'Plan'],
  ['/o/acme/plan/schedule', 'Plan'],
  ['/o/acme/risks/R-12', 'Risks'],
  ['/o/acme/new-risk', 'Risks'],
  ['/o/acme/controls/C-07', 'Controls'],
  ['/o/acme/view/iso27001:2022', 'Controls'],
  ['/o/acme/crosswalk', 'Controls'],
  ['/o/acme/checks', 'Controls'],
  ['/o/acme/evidence/E-1', 'Evidence'],
  ['/o/acme/import', 'Evidence'],
  ['/o/acme/windows/W-1/C-07', 'Evidence'],
  ['/o/acme/policies/POL-03/edit', 'Documents'],
  ['/o/acme/company/SC-1', 'Company'],
  ['/o/acme/path', 'Home'],
  ['/o/acme/frameworks/soc2:2017/CC6.1', 'Frameworks'],
  ['/o/acme/audits/findings/NC-1', 'Audits'],
  ['/o/acme/settings', 'Settings'],
  ['/o/acme/nowhere', undefined],
])('%s belongs to %s', (path, name) => {
  expect(placeOf(path)?.name).toBe(name);
});
