// An advice that a server answered, computed again from what it says of the company: the same by construction.
import { circumstancesHeard, describedHeard, overridesHeard, type AdviceSaid } from '@assay/contract';
import { adviseWhole, type WholeAdvice } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';

export function adviseAgain(said: AdviceSaid): WholeAdvice {
  const described = describedHeard(said);
  if (!described) throw new CommandEnd(EXIT.error, 'The server answers a situation that cannot be read.');
  const made = adviseWhole(described, overridesHeard(said), circumstancesHeard(said));
  if (made.ok) return made.value;
  throw new CommandEnd(EXIT.error, made.error[0]?.message ?? 'The advice cannot be computed again.');
}
