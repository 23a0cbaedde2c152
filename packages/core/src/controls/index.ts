// The controls slice's only door.
export * from './control.ts';
export * from './order.ts';
export * from './crosswalk.ts';
export * from './overlap.ts';
export * from './gathered.ts';
export * from './proof.ts';
export * from './requirement.ts';
export * from './posture.ts';
export * from './stages.ts';
export * from './sentence.ts';
export * from './leads.ts';
export * from './nextsteps.ts';
export * from './cadence.ts';
export * from './keyControls.ts';
export * from './lines.ts';
