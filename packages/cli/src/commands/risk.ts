// assay risk: the register, and risk in money.
import type { Command } from 'commander';
import { addRiskChanges } from './risk.changes.ts';
import { addLossCommands } from './risk.losses.ts';
import { addRegisterCommands } from './risk.register.ts';

export function addRiskCommands(program: Command): void {
  const risk = program.command('risk').description('The register of risks, and risk in money');
  addRegisterCommands(risk);
  addRiskChanges(risk);
  addLossCommands(risk);
}
