// Makes the demo company as a first start does: in one transaction.
import type { Deps } from '../app/deps.ts';
import { Unit } from '../platform/postgres/unit.ts';
import { byItself, type OrgScope } from '../slices/access/access.module.ts';
import { theOwner } from '../slices/access/sessions.usecases.ts';
import { seedDemo } from './seed.ts';

export async function seeded(deps: Deps): Promise<OrgScope> {
  const owner = await theOwner(deps);
  const unit = new Unit(deps.pool);
  const scope = await seedDemo(
    { ...deps, db: unit },
    { principal: owner, origin: byItself('start', 'demo') },
  );
  await unit.commit();
  return scope;
}
