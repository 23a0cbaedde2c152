// Every reader, and which one a file is for: found from its content, never from its name.
import { checkov, kubeBench, kubescape, osv, semgrep } from '../formats/appsec.ts';
import { artefact } from '../formats/artefact.ts';
import { asff } from '../formats/asff.ts';
import { hdf, intoto, oscalResults } from '../formats/assessments.ts';
import { csv, prowlerCsv } from '../formats/csvformats.ts';
import { junit } from '../formats/junit.ts';
import { ocsf, prowlerOcsf } from '../formats/ocsf.ts';
import { sarif } from '../formats/sarif.ts';
import { cyclonedx, spdx } from '../formats/sbom.ts';
import { trivy } from '../formats/trivy.ts';
import { xccdf } from '../formats/xccdf.ts';
import type { Head, Reader } from './reader.ts';

export const readers: readonly Reader[] = [prowlerOcsf, ocsf, prowlerCsv, asff, sarif, cyclonedx, spdx, trivy, xccdf, junit, intoto, hdf, checkov, oscalResults, semgrep, kubeBench, osv, kubescape, csv, artefact];

/** The reader that is surest of the file; a column mapping says that it is a table. */
export function readerFor(head: Head, hasColumns: boolean): Reader {
  if (hasColumns) return csv;
  let best: readonly [Reader, number] = [artefact, 0];
  for (const reader of readers) {
    const sure = reader.recognise(head);
    if (sure > best[1]) best = [reader, sure];
  }
  return best[0];
}
