// Policies: templates, versions with approval and publishing, acknowledgements, differences.
import { OWNER_ROLES, POLICY_STATES, SAMENESS } from '@assay/core';
import { z } from 'zod';
import { controlCodeField, dateOut, instantOut, orgParams, refField, shaField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const MOST_LINES = 3000;
const policyCode = z.string().regex(/^POL-\d{2,4}$/, 'expected a policy code such as POL-04');
const policyParams = orgParams.extend({ policy: policyCode });
const titleField = z.string().trim().min(3).max(200);
const personField = z.string().trim().min(2).max(120);
const monthsField = z.int().min(1).max(36).describe('months after publishing until it is looked at again');
const textField = z
  .string()
  .min(1)
  .max(60_000)
  .refine((text) => text.trim() !== '', 'a policy says something')
  .refine((text) => text.split('\n').length <= MOST_LINES, `at most ${MOST_LINES} lines`)
  .describe('Markdown; what is to be filled in stands as {{name}}');
const variablesField = z
  .record(
    z.string().min(1).max(60),
    z
      .string()
      .max(400)
      .regex(/^[^{}\r\n]*$/, 'one line without braces'),
  )
  .describe('values by name; one that is left out stays as it is, an empty one is open again');

const fileIn = z
  .strictObject({
    artefact: shaField.describe('hash of the stored bytes'),
    filename: z.string().trim().min(1).max(255),
  })
  .describe('DOCX, PDF or Markdown; of DOCX and Markdown the text is read, a PDF is kept as it is');

const templateOut = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    owner: z.enum(OWNER_ROLES),
    review_months: z.int(),
    reviewer: z.string().describe('the named person who has read it, or unreviewed'),
    answers: z.array(z.string()),
    controls: z.array(z.string()),
    variables: z.array(z.strictObject({ name: z.string(), meaning: z.string(), example: z.string() })),
    used: z.boolean().describe('whether a policy was made from it'),
  })
  .meta({ id: 'PolicyTemplate' });

const acknowledgedOut = z
  .strictObject({
    numerator: z.int(),
    denominator: z.int().describe('people whom the version in force names; 0: nothing is known'),
    complete: z.boolean().nullable(),
    missing: z.array(z.string()),
    beyond: z.array(z.string()).describe('confirmed without being named; not counted'),
  })
  .meta({ id: 'PolicyAcknowledged' });

const fileOut = z
  .strictObject({ sha256: z.string(), filename: z.string(), size: z.int(), media_type: z.string() })
  .meta({ id: 'PolicyFile' });

const summaryOut = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    version: z.int().describe('the version that is told of, the newest unless another is asked for'),
    state: z.enum(POLICY_STATES),
    in_force: z.int().nullable().describe('number of the published version'),
    next: z.int().nullable().describe('number of a version above it that is not published'),
    review_on: dateOut.nullable().describe('first day on which the version in force is due for review'),
    owner: z.enum(OWNER_ROLES),
    reviewer: z.string().nullable().describe('who edited or approved it last; null: still unreviewed'),
    template: z.string().nullable(),
    file: fileOut.nullable().describe('the file that the version was brought as'),
    sameness: z
      .strictObject({
        same: z.int(),
        of: z.int(),
        left: z.int().describe('passages of the template that it does not hold'),
        verdict: z.enum(SAMENESS),
      })
      .nullable()
      .describe('passages that are still the template’s; null without a template'),
    answers: z.array(z.string()),
    controls: z.array(z.string()),
    missing: z.array(z.string()).describe('variables without a value'),
    acknowledged: acknowledgedOut.nullable().describe('of the version in force'),
  })
  .meta({ id: 'PolicySummary' });

const policyOut = summaryOut
  .extend({
    sentence: z.string().describe('where the policy stands'),
    revision: z.int().describe('how often this version was written'),
    review_months: z.int(),
    text: z.string(),
    filled: z.string().describe('the text with what is known filled in'),
    variables: z.record(z.string(), z.string()),
    approval: z
      .strictObject({ by: z.string(), role: z.enum(OWNER_ROLES), at: instantOut, recorded_by: z.string() })
      .nullable(),
    publication: z.strictObject({ at: instantOut, people: z.array(z.string()) }).nullable(),
    retirement: z
      .strictObject({ by: z.string(), at: instantOut, because: z.string() })
      .nullable()
      .describe('why it ended with this version'),
    versions: z.array(
      z.strictObject({
        version: z.int(),
        title: z.string(),
        changed_at: instantOut,
        approved_by: z.string().nullable(),
        published_at: instantOut.nullable(),
        retired_at: instantOut.nullable(),
      }),
    ),
    confirmations: z
      .array(
        z.strictObject({
          person: z.string(),
          at: instantOut,
          recorded_by: z.string(),
          proof: z.string().nullable(),
        }),
      )
      .describe('of the version in force'),
    changed_by: z.string(),
    changed_at: instantOut,
  })
  .meta({ id: 'Policy' });

const said = {
  title: titleField,
  owner: z.enum(OWNER_ROLES),
  review_months: monthsField,
  answers: z.array(refField).max(200),
  controls: z.array(controlCodeField).max(200),
  variables: variablesField,
};

export const policiesRoutes = {
  'policies.templates': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policy-templates',
    tag: 'manage',
    summary: 'Policy templates in plain words, each with what it answers and what is to be filled in',
    permission: 'policies.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(templateOut) }),
  }),
  'policies.template': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policy-templates/{policy}',
    tag: 'manage',
    summary: 'One policy template with its text',
    permission: 'policies.read',
    params: policyParams,
    returns: templateOut.extend({ text: z.string() }),
    errors: ['policy.template_not_found'],
  }),
  'policies.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policies',
    tag: 'manage',
    summary: 'Policies: where each stands, when it is due for review, and who has confirmed it of how many',
    permission: 'policies.read',
    params: orgParams,
    query: z.strictObject({ state: z.enum(POLICY_STATES).optional() }),
    returns: z.strictObject({
      sentence: z.string(),
      counts: z
        .strictObject({
          policies: z.int().describe('all that are not retired'),
          in_force: z.int(),
          review_due: z.int(),
          waiting: z.int().describe('with a version that is not published'),
          unconfirmed: z.int().describe('in force, and not confirmed by everybody named'),
          unmodified: z.int().describe('still the template word for word'),
          retired: z.int(),
        })
        .describe('of all policies, whatever is asked for'),
      data: z.array(summaryOut),
    }),
  }),
  'policies.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/policies',
    tag: 'manage',
    summary: 'Begin a policy from a template, or with a text of your own',
    permission: 'policies.change',
    params: orgParams,
    status: 201,
    body: z
      .strictObject({
        template: policyCode.optional(),
        text: textField.optional(),
        file: fileIn.optional(),
        title: said.title.optional(),
        owner: said.owner.optional(),
        review_months: said.review_months.optional(),
        answers: said.answers.optional(),
        controls: said.controls.optional(),
        variables: said.variables.optional(),
      })
      .refine(
        (body) => body.template !== undefined || body.title !== undefined,
        'name a template, or send a title with a text or a file',
      )
      .refine(
        ({ template, text, file }) =>
          [template, text, file].filter((each) => each !== undefined).length === 1,
        'send one of template, text and file; a text from a template is changed afterwards',
      ),
    returns: policyOut,
    errors: [
      'policy.template_not_found',
      'policy.exists',
      'policy.invalid',
      'artefact.not_found',
      'policy.file_unreadable',
    ],
  }),
  'policies.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policies/{policy}',
    tag: 'manage',
    summary: 'One policy; the newest version by default',
    permission: 'policies.read',
    params: policyParams,
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    returns: policyOut,
    errors: ['policy.not_found'],
  }),
  'policies.download': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policies/{policy}/file',
    tag: 'manage',
    summary: 'The file that a version was brought as, or its text as Markdown',
    permission: 'policies.read',
    params: policyParams,
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    returns: 'bytes',
    errors: ['policy.not_found'],
  }),
  'policies.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/policies/{policy}',
    tag: 'manage',
    summary: 'Change the draft; an approved version stays as it is, and a new draft begins',
    permission: 'policies.change',
    params: policyParams,
    ifMatch: true,
    body: z
      .strictObject({
        text: textField.optional(),
        file: fileIn.optional(),
        title: said.title.optional(),
        owner: said.owner.optional(),
        review_months: said.review_months.optional(),
        answers: said.answers.optional(),
        controls: said.controls.optional(),
        variables: said.variables.optional(),
      })
      .refine((body) => Object.values(body).some((value) => value !== undefined), 'say what is to be changed')
      .refine(({ text, file }) => text === undefined || file === undefined, 'send a text or a file'),
    returns: policyOut,
    errors: ['policy.not_found', 'policy.invalid', 'artefact.not_found', 'policy.file_unreadable'],
  }),
  'policies.approve': route({
    method: 'POST',
    path: '/v1/orgs/{org}/policies/{policy}/approve',
    tag: 'manage',
    summary: 'Approve the newest version, by name and role; refused while places are open',
    permission: 'policies.approve',
    params: policyParams,
    ifMatch: true,
    body: z.strictObject({
      by: personField.describe('who approves'),
      role: z.enum(OWNER_ROLES).describe('the role in which they approve'),
    }),
    returns: policyOut,
    errors: ['policy.not_found', 'policy.unfilled', 'policy.approved', 'policy.retired'],
  }),
  'policies.publish': route({
    method: 'POST',
    path: '/v1/orgs/{org}/policies/{policy}/publish',
    tag: 'manage',
    summary: 'Put the approved version in force for the people whom it binds',
    permission: 'policies.approve',
    params: policyParams,
    ifMatch: true,
    body: z.strictObject({
      people: z.array(personField).max(1000).describe('names of those who are to confirm it'),
    }),
    returns: policyOut,
    errors: ['policy.not_found', 'policy.not_approved', 'policy.published', 'policy.retired'],
  }),
  'policies.retire': route({
    method: 'POST',
    path: '/v1/orgs/{org}/policies/{policy}/retire',
    tag: 'manage',
    summary: 'End a policy with a reason: no version is in force any more; writing it again begins it anew',
    permission: 'policies.approve',
    params: policyParams,
    ifMatch: true,
    body: z.strictObject({ because: z.string().trim().min(3).max(500) }),
    returns: policyOut,
    errors: ['policy.not_found', 'policy.retired'],
  }),
  'policies.acknowledge': route({
    method: 'POST',
    path: '/v1/orgs/{org}/policies/{policy}/acknowledgements',
    tag: 'manage',
    summary: 'Confirm the version in force: for yourself, or for somebody else with the proof of it',
    permission: 'policies.acknowledge',
    params: policyParams,
    body: z
      .strictObject({
        person: personField.optional().describe('who confirmed; whoever is signed in by default'),
        people: z.array(personField).min(1).max(1000).optional().describe('several at once, with one proof'),
        proof: z.string().trim().min(3).max(400).optional().describe('where it is proved'),
      })
      .refine(
        ({ person, people }) => person === undefined || people === undefined,
        'name a person or people',
      ),
    returns: policyOut,
    errors: ['policy.not_found', 'policy.not_in_force', 'policy.no_proof'],
  }),
  'policies.difference': route({
    method: 'GET',
    path: '/v1/orgs/{org}/policies/{policy}/difference',
    tag: 'manage',
    summary: 'What changed between two versions, or from the template, line by line and filled in',
    permission: 'policies.read',
    params: policyParams,
    query: z.strictObject({
      from: z.coerce
        .number()
        .int()
        .min(0)
        .optional()
        .describe('version; 0 is the template; the version before by default'),
      to: z.coerce.number().int().min(1).optional().describe('version; the newest by default'),
    }),
    returns: z.strictObject({
      from: z.int(),
      to: z.int(),
      removed: z.int(),
      added: z.int(),
      lines: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
    }),
    errors: ['policy.not_found', 'policy.template_not_found'],
  }),
} as const;
