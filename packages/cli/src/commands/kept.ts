// What reads and brings kept spreadsheets: assay soa read|import|transition, assay risk read|import.
import type { Command } from 'commander';
import { addKeptImports } from './kept.import.ts';
import { addRegisterRead } from './risk.read.ts';
import { addStatementRead } from './soa.read.ts';
import { addTransition } from './soa.transition.ts';

export function addKeptTableCommands(program: Command): void {
  const soa = noun(program, 'soa', 'The statement of applicability');
  addStatementRead(soa);
  addKeptImports(soa, 'statement');
  addTransition(soa);
  const risk = noun(program, 'risk', 'Risks');
  addRegisterRead(risk);
  addKeptImports(risk, 'register');
}

function noun(program: Command, name: string, about: string): Command {
  return program.commands.find((each) => each.name() === name) ?? program.command(name).description(about);
}
