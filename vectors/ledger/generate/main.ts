// Writes vectors/ledger/*.json from the definitions. Run it after a change of the cases: npm run n24 -- vectors/ledger/generate/main.ts
import { writeFileSync } from 'node:fs';
import { files } from './files.ts';

for (const [name, text] of files()) {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
  console.log(name);
}
