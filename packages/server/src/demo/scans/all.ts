// Every scanner file that Harbourline has sent, in the order in which they ran.
import type { Calendar } from '../calendar.ts';
import { cloud } from './cloud.ts';
import { code } from './code.ts';
import { hosts } from './hosts.ts';
import { images } from './images.ts';
import { lists } from './lists.ts';
import { nightly } from './nightly.ts';
import type { ScanFile } from './scan.ts';
import { tests } from './tests.ts';

export function demoScans(on: Calendar): readonly ScanFile[] {
  return [
    ...cloud(on),
    ...images(on),
    ...code(on),
    ...tests(on),
    ...hosts(on),
    ...lists(on),
    ...nightly(on),
  ].toSorted((a, b) => b.daysAgo - a.daysAgo);
}
