// Every reader, one line of imports a family, and which one a file is for: found from its content, never from its name.
import { artefact } from '../formats/artefact.ts';
import { asff } from '../formats/asff.ts';
import { csv } from '../formats/csv.ts';
import { prowlerCsv } from '../formats/prowlerCsv.ts';
import { junit } from '../formats/junit.ts';
import { ocsf, prowlerOcsf } from '../formats/ocsf.ts';
import { checkov } from '../formats/checkov.ts';
import { cyclonedx } from '../formats/cyclonedx/cyclonedx.ts';
import { hdf } from '../formats/hdf.ts';
import { intoto } from '../formats/intoto.ts';
import { kubeBench } from '../formats/kubeBench.ts';
import { kubescape } from '../formats/kubescape.ts';
import { oscalResults } from '../formats/oscalResults.ts';
import { osv } from '../formats/osv.ts';
import { sarif } from '../formats/sarif/sarif.ts';
import { semgrep } from '../formats/semgrep.ts';
import { spdx } from '../formats/spdx.ts';
import { trivy } from '../formats/trivy.ts';
import { xccdf } from '../formats/xccdf.ts';
import type { Head, Reader } from './reader.ts';

export const readers: readonly Reader[] = [
  prowlerOcsf,
  ocsf,
  prowlerCsv,
  asff,
  sarif,
  intoto,
  cyclonedx,
  spdx,
  trivy,
  xccdf,
  junit,
  hdf,
  checkov,
  oscalResults,
  semgrep,
  kubeBench,
  osv,
  kubescape,
  csv,
  artefact,
];

/** How sure each reader is that the file is its own, the surest first; those that are not at all are left out. */
export function detect(head: Head): readonly { readonly reader: Reader; readonly confidence: number }[] {
  return readers
    .map((reader) => ({ reader, confidence: reader.recognise(head) }))
    .filter((each) => each.confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** The reader that is surest of the file; a column mapping says that it is a table. */
export function readerFor(head: Head, hasColumns: boolean): Reader {
  return hasColumns ? csv : (detect(head)[0]?.reader ?? artefact);
}
