// HTTP of sample profiles.
import { sampleProfilesRoutes, sizeRuleOf, sizeRuleText, type Output, type Routes } from '@assay/contract';
import { ok, SIZE_PROFILES } from '@assay/core';
import { pageOf, textFrom } from '../../../app/cursor.ts';
import { bindAll } from '../../../app/handler.ts';
import { listProfiles, type OwnProfile } from './profiles.repository.ts';
import { dropProfile, putProfile, type KnownProfile } from './profiles.usecases.ts';

type Shown = Output<Routes['sample_profiles.list']>['data'][number];

export const sampleProfilesHandlers = bindAll(sampleProfilesRoutes, {
  'sample_profiles.list': ({ deps, scope }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const after = textFrom(query.cursor) ?? '';
      // Those that come along keep their order and stand first.
      const builtIn = SIZE_PROFILES.map((each, i) => ({
        place: `0 ${String(i).padStart(3, '0')}`,
        profile: present({ ...each, revision: 0 }),
      }));
      const own = (await listProfiles(tx, scope)).map((each) => ({
        place: `1 ${each.name}`,
        profile: present(each, each),
      }));
      const rows = [...builtIn, ...own].filter(({ place }) => place > after).slice(0, query.limit + 1);
      return ok({
        data: pageOf(rows, query.limit, { show: ({ profile }) => profile, place: ({ place }) => place }),
      });
    }),
  'sample_profiles.put': ({ deps, scope, now, ifMatch }, { params, body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const profile = { name: params.profile, ...body, rule: sizeRuleOf(body.rule) };
      const put = await putProfile({ tx, scope, now }, profile, ifMatch);
      return put.ok ? ok({ data: present(put.value, put.value), etag: `"${put.value.revision}"` }) : put;
    }),
  'sample_profiles.drop': ({ deps, scope, now, ifMatch }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const dropped = await dropProfile({ tx, scope, now }, params.profile, ifMatch);
      return dropped.ok ? ok({ data: undefined }) : dropped;
    }),
});

function present(
  { name, title, rule, source, revision }: KnownProfile,
  own?: Pick<OwnProfile, 'by' | 'since'>,
): Shown {
  return {
    name,
    title,
    rule: sizeRuleText(rule),
    source,
    built_in: own === undefined,
    revision,
    changed_by: own?.by ?? null,
    changed_at: own?.since ?? null,
  };
}
