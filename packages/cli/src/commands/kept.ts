// assay soa read, assay risk read: what a kept spreadsheet says, without a server.
import type { Command } from 'commander';
import { addRegisterRead } from './risk.read.ts';
import { addStatementRead } from './soa.read.ts';

export function addKeptTableCommands(program: Command): void {
  addStatementRead(noun(program, 'soa', 'The statement of applicability'));
  addRegisterRead(noun(program, 'risk', 'Risks'));
}

function noun(program: Command, name: string, about: string): Command {
  return program.commands.find((each) => each.name() === name) ?? program.command(name).description(about);
}
