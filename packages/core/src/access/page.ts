// The page that says who may do what, made from the table itself.
import { PERMISSION_WORDS, PERMISSIONS } from './permissions.ts';
import { may, POLICY, ROLES, type RoleRow } from './policy.ts';

const GIVEN: Readonly<Record<RoleRow['given'], string>> = {
  organisation: 'for the organisation, or for one framework or system of it',
  engagement: 'for one engagement, with the invitation into its room',
  never: 'to nobody: it has no way into the application',
};

/** docs/reference/roles.md. */
export function rolesPage(): string {
  return [
    '# Roles and what they permit',
    '',
    'Made from `packages/core/src/access/policy.ts`, the one table that routes, buttons and command line read. A role that',
    'reaches only one framework or system permits what its address names and nothing further. Nobody gives more than they',
    'hold; somebody owns the organisation at all times; an organisation may make roles of its own from what an admin holds.',
    '',
    '| role | what it is for | begins at | given |',
    '|---|---|---|---|',
    ...ROLES.map((role) => {
      const { title, about, lands, given } = POLICY[role];
      return `| ${title} (\`${role}\`) | ${about} | ${lands} | ${GIVEN[given]} |`;
    }),
    '',
    '## Permissions',
    '',
    `| permission | lets somebody | ${ROLES.map((role) => POLICY[role].title).join(' | ')} |`,
    `|---|---|${ROLES.map(() => ':-:|').join('')}`,
    ...PERMISSIONS.map(
      (permission) =>
        `| \`${permission}\` | ${PERMISSION_WORDS[permission]} | ${ROLES.map((role) => (may(role, permission) ? 'yes' : '')).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
