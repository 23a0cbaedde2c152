// The ids of Annex A in both editions, from the content that the program brings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkFile } from '@assay/contract';
import { contentFolder } from '../home.ts';

/** `A.5.1` of 2022 and `A.5.1.1` of 2013. */
export function annexIds(): ReadonlySet<string> {
  const ids = ['2013', '2022'].flatMap((edition) => {
    const path = join(contentFolder, 'frameworks', `iso27001-${edition}.json`);
    const { requirements } = frameworkFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    return requirements.map(({ id }) => id).filter((id) => id.startsWith('A.'));
  });
  return new Set(ids);
}
