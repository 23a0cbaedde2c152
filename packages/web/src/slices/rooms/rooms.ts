// Rooms by the names that these pages use.
import type { Output, Routes } from '@assay/contract';
import { api, useOrg } from '../../data/api.ts';

export type Room = Output<Routes['rooms.read']>;
export type Release = Output<Routes['rooms.releases']>['data'][number];
export type Candidate = Output<Routes['rooms.candidates']>['data'][number];
export type Comment = Output<Routes['rooms.comments']>['data'][number];
export type Read = Output<Routes['rooms.reads']>['data'][number];
export type Auditor = Output<Routes['rooms.auditors']>['data'][number];
export type Desk = Output<Routes['desk.read']>;
export type DeskItem = Output<Routes['desk.item']>;

export function useRooms(org: string) {
  return useOrg(org, ['rooms'], () => api['rooms.list']({ params: { org } }));
}

export function useRoom(org: string, room: string) {
  return useOrg(org, ['rooms', room], () => api['rooms.read']({ params: { org, room } }));
}

export const KINDS: Readonly<Record<Room['kind'], string>> = {
  iso_certification: 'ISO certification audit',
  soc2_type1: 'SOC 2 Type I',
  soc2_type2: 'SOC 2 Type II',
};

export const THINGS: Readonly<Record<Release['kind'], string>> = {
  evidence: 'Evidence',
  policy: 'Policy',
  statement: 'Statement',
  control: 'Control, day by day',
};

export const READS: Readonly<Record<Read['what'], string>> = {
  room: 'the room',
  item: 'the page',
  file: 'the file',
  comments: 'the comments',
};

/** The last day of a period whose end is the first day after it. */
export function lastDay(until: string): string {
  return new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10);
}
