// The access slice's only door.
export { may, PERMISSIONS, POLICY, ROLES, type Permission, type Role } from './policy.ts';
