// The trail's door.
export { differences } from './differences.ts';
export { reasonIn } from './reason.ts';
export { bareSecret, digestText } from './secrets.ts';
export { ocsfEvent, syslogLine, type StreamedAct } from './streamed.ts';
export { trailText, type TrailOrigin } from './trail.ts';
