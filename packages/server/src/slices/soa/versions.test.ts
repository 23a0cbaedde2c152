// Versions of the statement of applicability: frozen, approved, compared, exported cell by cell.
import { readXlsx } from 'hucre/xlsx';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  bytes,
  csvRows,
  decide,
  decideAll,
  fails,
  house,
  json,
  read,
  scope,
  verifies,
  withStatements,
} from '../../testing/soaDesk.ts';

const version = z.looseObject({
  id: z.string(),
  digest: z.string(),
  entry: z.int(),
  rows: z.int(),
  approver: z.string(),
});

withStatements();

describe('a version', () => {
  it('is frozen whole: a later change shows in the difference and not in it', async () => {
    await decideAll();
    const made = version.parse(
      await json('POST', '/soa/versions', { approver: 'Ada Lovelace', role: 'CEO', note: 'First.' }),
    );
    expect(made).toMatchObject({ id: 'SOA-1', rows: 93, approver: 'Ada Lovelace' });
    const frozen = await json('GET', '/soa/versions/soa-1');
    expect(await json('GET', '/soa/differences')).toEqual({ from: 'SOA-1', to: 'now', data: [] });

    await decide('A.5.15', { decision: 'out', justification: 'Not needed any more.' });
    const changes = z
      .object({ data: z.array(z.record(z.string(), z.string())) })
      .parse(await json('GET', '/soa/differences?from=SOA-1'));
    expect(changes.data.map(({ row, field, before, after }) => [row, field, before, after])).toEqual([
      ['A.5.15', 'decision', 'in', 'out'],
      ['A.5.15', 'reasons', 'baseline', ''],
      ['A.5.15', 'justification', 'baseline: CIS 6', 'Not needed any more.'],
      ['A.5.15', 'status', 'not started', ''],
    ]);
    expect(await json('GET', '/soa/versions/SOA-1')).toEqual(frozen);
    await json('POST', '/soa/versions', { approver: 'Ada Lovelace', role: 'CEO' });
    expect(await json('GET', '/soa/differences?from=SOA-1&to=SOA-2')).toMatchObject({ data: changes.data });
    expect(
      z
        .object({ data: z.array(version) })
        .parse(await json('GET', '/soa/versions'))
        .data.map(({ id }) => id),
    ).toEqual(['SOA-2', 'SOA-1']);
    expect((await fails(404, 'GET /soa/versions/SOA-3')).code).toBe('soa.version_not_found');
    await verifies();
  });

  it('carries the digest of its text, stands in the ledger with its approver, and is missed when it is changed', async () => {
    await decideAll();
    const made = version.parse(await json('POST', '/soa/versions', { approver: 'Ada', role: 'CEO' }));
    const kept = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('soa_versions').select('frozen').executeTakeFirstOrThrow(),
    );
    expect(createHash('sha256').update(kept.frozen).digest('hex')).toBe(made.digest);
    expect(JSON.stringify(await json('GET', `/ledger/proof?index=${made.entry}`))).toContain('soa.approved');
    await verifies();
    await house.deps.db.inOrganisation(scope.org, (tx) =>
      sql`update soa_versions set frozen = replace(frozen, 'Not needed here', 'Needed after all')`.execute(
        tx,
      ),
    );
    const after = await json('POST', '/ledger/verify', { rebuild: true });
    expect(after).toMatchObject({ ok: false });
    expect(JSON.stringify(after)).toContain('SOA-1');
  });
});

describe('the export', () => {
  it('holds in every cell what the API answers, in both files, and no cell runs', async () => {
    await decideAll();
    await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'baseline', text: '"CIS", 6' }],
      how: '=HYPERLINK("x")',
      owner: 'Müller, Ada',
    });
    await json('POST', '/soa/versions', { approver: 'Ada', role: 'CEO' });
    const wanted = (await read()).rows.map((row) => [
      row.id,
      row.title,
      row.theme,
      row.decision,
      row.reasons.map(({ kind }) => kind).join(', '),
      row.reasons.map(({ ref }) => ref ?? '').join(', '),
      row.justification,
      row.status,
      row.due ?? '',
      row.how.startsWith('=') ? `'${row.how}` : row.how,
      row.owner ?? '',
      row.controls.join(', '),
      row.risks.join(', '),
      row.evidence.join(', '),
      row.proof ?? '',
    ]);
    for (const of of ['', '&version=SOA-1']) {
      const book = await readXlsx(await bytes(`/soa/export?as=xlsx${of}`));
      const cells = book.sheets[0]?.rows.slice(1).map((row) => row.map((cell) => String(cell ?? '')));
      expect(cells?.map((row) => wanted[0]?.map((_, i) => row[i] ?? ''))).toEqual(wanted);
      const text = new TextDecoder().decode(await bytes(`/soa/export?as=csv${of}`));
      expect(csvRows(text).slice(1)).toEqual(wanted);
    }
    const about = (await readXlsx(await bytes('/soa/export?version=SOA-1'))).sheets[1]?.rows;
    expect(about?.map((row) => String(row[0]))).toContain('approved by');
  });
});
