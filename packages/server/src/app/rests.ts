// What rests on the bytes of an artefact beside evidence; bytes that something rests on are not erased.
import { keptOver } from '../slices/kept/kept.module.ts';
import { populationsOver } from '../slices/monitoring/monitoring.module.ts';
import { policiesOver } from '../slices/policies/policies.module.ts';
import { roomsOver } from '../slices/rooms/rooms.module.ts';
import type { Rests } from './deps.ts';

export const rests: readonly Rests[] = [populationsOver, keptOver, policiesOver, roomsOver];
