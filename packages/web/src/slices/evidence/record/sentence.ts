// The first line of a record: what it is worth in both frameworks, or what is missing.
import type { EvidenceRow } from '../records.ts';

export function recordSentence(row: EvidenceRow): string {
  const n = row.controls.length;
  if (row.erased) {
    const { at, by, basis, reason } = row.erased;
    return `Its bytes were erased on ${at.slice(0, 10)} by ${by} (${basis}): ${reason}. It counts for nothing.`;
  }
  if (row.withdrawn) return 'This record is withdrawn; it counts for nothing, and its history stays.';
  if (n === 0) return 'It serves no control yet, so it proves nothing in either framework.';
  const iso = row.controls.filter((control) => control.iso.state === 'supports').length;
  const soc2 = row.controls.filter((control) => control.soc2.state === 'supports').length;
  const controls = n === 1 ? 'its one control' : `${n} controls`;
  if (row.review.state === 'pending')
    return `It would serve ${controls} in both frameworks once somebody accepts it.`;
  if (row.review.state === 'rejected')
    return `A reviewer rejected it; it counts for ${n === 1 ? 'nothing' : `none of ${controls}`}.`;
  if (n === 1)
    return iso + soc2 === 2
      ? 'It proves its one control in ISO/IEC 27001 and in SOC 2.'
      : `It proves its one control in ${iso === 1 ? 'ISO/IEC 27001 but not in SOC 2' : soc2 === 1 ? 'SOC 2 but not in ISO/IEC 27001' : 'neither framework'}.`;
  return `Of ${n} controls it supports ${iso} in ISO/IEC 27001 and ${soc2} in SOC 2.`;
}
