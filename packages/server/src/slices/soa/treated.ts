// The one place from which the statement learns of risks and their treatments.
import type { TreatedRisk } from '@assay/core';

/**
 * There is no register of risks yet, so that no risk is known: a row that is in because of a risk breaks
 * `soa.reason_risk_without_risk` until one is. Unknown is never a pass.
 */
export function risksTreated(): Promise<readonly TreatedRisk[]> {
  return Promise.resolve([]);
}
