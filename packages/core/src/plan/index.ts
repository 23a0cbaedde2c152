// The way to the credentials as a schedule with dates that are likely, not promised.
export * from './credential.ts';
export * from './network.ts';
