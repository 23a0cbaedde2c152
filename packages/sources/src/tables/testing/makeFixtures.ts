// Writes the statements and registers under fixtures/: npm run n24 -- packages/sources/src/tables/testing/makeFixtures.ts
// Those that are marked are saved once more by LibreOffice, whose workbooks differ from others in many small ways.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { save } from './book.ts';
import { REGISTERS } from './registers.ts';
import { STATEMENTS } from './statements.ts';

for (const [name, files] of [
  ['statements', STATEMENTS],
  ['registers', REGISTERS],
] as const) {
  const folder = new URL(`../../../fixtures/${name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    save(folder, file.name, await file.make());
    if (file.libreOffice) saveAgain(fileURLToPath(new URL(file.name, folder)), file.name);
  }
}

function saveAgain(path: string, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'assay-office-'));
  try {
    execFileSync('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      folder,
      path,
    ]);
    copyFileSync(join(folder, name), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
