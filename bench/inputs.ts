// Large files as the tools write them, made by program: one for each reader, with the fields that real ones
// carry and nobody reads, because skipping those is part of the work.
import { BILLS } from './inputs/bills.ts';
import { CLOUD } from './inputs/cloud.ts';
import { CODE } from './inputs/code.ts';
import { HOSTS } from './inputs/hosts.ts';
import type { Input } from './inputs/shape.ts';

export const INPUTS: readonly Input[] = [...CLOUD, ...CODE, ...BILLS, ...HOSTS];
