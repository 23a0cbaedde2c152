import { describe, expect, it } from 'vitest';
import { recordingOf } from '../../read/recording.ts';
import { sarif } from './sarif.ts';

const LOCATION = {
  physicalLocation: {
    artifactLocation: { uri: 'src/a.js' },
    region: { startLine: 7, snippet: { text: 'eval(x)' } },
  },
};

function log(run: object): string {
  return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Code QL' } }, ...run }] });
}

function read(run: object) {
  return recordingOf(sarif, log(run));
}

async function statusOf(result: object): Promise<string | undefined> {
  const { observations } = await read({ results: [{ ruleId: 'r', locations: [LOCATION], ...result }] });
  return observations[0]?.status;
}

describe('the status of a SARIF result', () => {
  it.each([
    [{}, 'fail'],
    [{ kind: 'fail' }, 'fail'],
    [{ kind: 'pass' }, 'pass'],
    [{ kind: 'open' }, 'unknown'],
    [{ kind: 'review' }, 'unknown'],
    [{ kind: 'informational' }, 'unknown'],
    [{ kind: 'notApplicable' }, 'not_applicable'],
    [{ kind: 'constructor' }, 'unknown'],
    [{ baselineState: 'absent' }, 'pass'],
    [{ baselineState: 'unchanged' }, 'fail'],
    [{ kind: 'open', baselineState: 'absent' }, 'unknown'],
  ])('%j is %s', async (result, status) => {
    expect(await statusOf(result)).toBe(status);
  });

  it('a kind that the standard does not list is a problem too', async () => {
    const { faults } = await read({ results: [{ ruleId: 'r', kind: 'ok' }] });
    expect(faults).toEqual(['warning sarif.status_unknown']);
  });

  it('an accepted suppression stays a failure and tells its reason; a rejected one tells nothing', async () => {
    const result = (status?: string) => ({
      ruleId: 'r',
      message: { text: 'found' },
      suppressions: [{ kind: 'external', justification: 'test code', ...(status ? { status } : {}) }],
    });
    const { observations } = await read({
      results: [result(), result('accepted'), result('underReview'), result('rejected')],
    });
    expect(observations.map((each) => each.status)).toEqual(['fail', 'fail', 'fail', 'fail']);
    expect(observations.map((each) => each.message)).toEqual([
      'Suppressed: test code. found',
      'Suppressed: test code. found',
      'found',
      'found',
    ]);
  });
});

describe('the check of the run itself', () => {
  const run = async (of: object) =>
    (await read(of)).observations.find((each) => each.check === 'code-ql:run');

  it('passes when the tool says that it ended well, with the time and what was analysed', async () => {
    const of = {
      invocations: [{ executionSuccessful: true, endTimeUtc: '2026-02-03T04:05:06Z' }],
      automationDetails: { id: 'web/nightly/' },
      results: [],
    };
    expect(await run(of)).toMatchObject({
      status: 'pass',
      subject: 'web/nightly',
      observedAt: '2026-02-03T04:05:06.000Z',
    });
  });

  it('is an error when any part of it failed, whatever was found', async () => {
    expect(
      await run({
        invocations: [{ executionSuccessful: true }, { executionSuccessful: false }],
        results: [{ ruleId: 'r' }],
      }),
    ).toMatchObject({ status: 'error' });
  });

  it('is told with findings as well, so that a later good run overrules an earlier error', async () => {
    expect(
      await run({ invocations: [{ executionSuccessful: true }], results: [{ ruleId: 'r' }] }),
    ).toMatchObject({ status: 'pass' });
  });

  it.each([
    ['the tool says nothing of its end', { results: [] }],
    ['the results were never attempted', { invocations: [{ executionSuccessful: true }], results: null }],
    ['there is no list of results', { invocations: [{ executionSuccessful: true }] }],
    [
      'an error was noted',
      {
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error' }] }],
        results: [],
      },
    ],
    [
      'the results lie in another file',
      {
        invocations: [{ executionSuccessful: true }],
        externalPropertyFileReferences: { results: [{ location: {} }] },
      },
    ],
    ['success is a word, not true', { invocations: [{ executionSuccessful: 'true' }], results: [] }],
  ])('is unknown when %s', async (_, of) => {
    expect(await run(of)).toMatchObject({ status: 'unknown' });
  });

  it('is not told when a tool without a word on its end found something', async () => {
    expect(await run({ results: [{ ruleId: 'r' }] })).toBeUndefined();
  });

  it('leaves the name of the single run out of its subject', async () => {
    const of = (id: string) => ({ automationDetails: { id }, results: [] });
    expect((await run(of('web/2026-02-03')))?.subject).toBe('web');
    expect((await run(of('web/9f1c2b7e-0d65-4f0e-9d8e-2f5c3f1b7a10')))?.subject).toBe('web');
    expect((await run(of('harbour/api')))?.subject).toBe('harbour/api');
  });
});

describe('rules', () => {
  const tool = {
    driver: {
      name: 'Tool',
      rules: [
        {
          id: 'A1',
          defaultConfiguration: { level: 'note' },
          messageStrings: { one: { text: 'Use {0} not {1}.' } },
        },
        { id: 'A2', properties: { 'security-severity': '9.8' } },
      ],
    },
    extensions: [{ name: 'pack', rules: [{ id: 'E1', defaultConfiguration: { level: 'error' } }] }],
  };
  const first = async (result: object) => (await read({ tool, results: [result] })).observations[0];

  it('are found by index, by id, by the front of a hierarchical id, and in an extension', async () => {
    expect(await first({ ruleIndex: 0 })).toMatchObject({ check: 'tool:A1', severity: 'low' });
    expect(await first({ ruleId: 'A2' })).toMatchObject({ check: 'tool:A2', severity: 'critical' });
    expect(await first({ ruleId: 'A1/sub/part' })).toMatchObject({ check: 'tool:A1', severity: 'low' });
    expect(await first({ rule: { id: 'E1', index: 0, toolComponent: { index: 0 } } })).toMatchObject({
      check: 'tool:E1',
      severity: 'high',
    });
    expect(await first({ ruleId: 'js/other' })).toMatchObject({ check: 'tool:js/other', severity: 'medium' });
  });

  it('an index that points at another rule than the id is not believed', async () => {
    expect(await first({ ruleId: 'A2', ruleIndex: 0 })).toMatchObject({
      check: 'tool:A2',
      severity: 'critical',
    });
  });

  it('the level of the result outranks that of the rule', async () => {
    expect(await first({ ruleIndex: 0, level: 'error' })).toMatchObject({ severity: 'high' });
  });

  it('words a message from the rule and the arguments', async () => {
    expect(
      (await first({ ruleIndex: 0, message: { id: 'one', arguments: ['const', 'var'] } }))?.message,
    ).toBe('Use const not var.');
  });

  it('a known vulnerability is a subject of one check, not a check', async () => {
    const result = {
      ruleId: 'CVE-2019-1549',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'img.tar' } },
          message: { text: 'img.tar: libssl@1.1' },
        },
      ],
    };
    expect(await first(result)).toMatchObject({
      check: 'tool:vulnerability',
      subject: 'img.tar#libssl@1.1#CVE-2019-1549',
    });
  });
});

describe('the subject of a SARIF result', () => {
  const subject = async (result: object, run: object = {}) =>
    (await read({ ...run, results: [{ ruleId: 'r', ...result }] })).observations[0]?.subject;

  it('stays the same when the code moves to another line', async () => {
    const moved = {
      physicalLocation: {
        ...LOCATION.physicalLocation,
        region: { startLine: 70, snippet: { text: '  eval(x)' } },
      },
    };
    expect(await subject({ locations: [LOCATION] })).toBe(await subject({ locations: [moved] }));
    expect(await subject({ locations: [LOCATION] })).toMatch(/^src\/a\.js#[0-9a-f]{16}$/);
  });

  it('takes the fingerprint of the tool when there is one', async () => {
    const partialFingerprints = {
      primaryLocationStartColumnFingerprint: '0',
      primaryLocationLineHash: 'ab12:1',
    };
    expect(await subject({ locations: [LOCATION], partialFingerprints })).toBe('src/a.js#ab12:1');
    expect(
      await subject({
        locations: [LOCATION],
        partialFingerprints,
        fingerprints: { 'z/v1': 'Z', 'a/v1': 'A' },
      }),
    ).toBe('src/a.js#A,Z');
  });

  it('is below its base, so that no folder of a build machine is part of it', async () => {
    const location = {
      physicalLocation: { artifactLocation: { uri: 'file:///build/work/x/src/a.js' } },
    };
    const run = { originalUriBaseIds: { ROOT: { uri: 'file:///build/work/x/' } } };
    expect(await subject({ locations: [location], partialFingerprints: { p: '1' } }, run)).toBe('src/a.js#1');
  });

  it('is found through the index of the artifact', async () => {
    const location = {
      physicalLocation: { artifactLocation: { index: 0 } },
      logicalLocations: [{ fullyQualifiedName: 'a.b()' }],
    };
    expect(await subject({ locations: [location] }, { artifacts: [{ location: { uri: 'a.c' } }] })).toBe(
      'a.c#a.b()',
    );
  });

  it('two findings that nothing tells apart keep two names', async () => {
    const result = { ruleId: 'r', locations: [LOCATION] };
    const { observations } = await read({ results: [result, result] });
    expect(new Set(observations.map((each) => each.subject)).size).toBe(2);
  });
});

describe('a whole SARIF file', () => {
  it('of another version is refused', async () => {
    expect((await recordingOf(sarif, '{"version":"2.0.0","runs":[]}')).faults).toEqual([
      'fatal sarif.version',
    ]);
  });

  it('without runs shows nothing, and says so', async () => {
    const recording = await recordingOf(sarif, '{"version":"2.1.0","runs":[]}');
    expect([recording.faults, recording.observations]).toEqual([['warning sarif.no_runs'], []]);
  });

  it('may have a byte order mark and line comments', async () => {
    const recording = await recordingOf(
      sarif,
      `\ufeff// made by hand\n${log({ results: [{ ruleId: 'a//b' }] })}`,
    );
    expect(recording.observations[0]?.check).toBe('code-ql:a//b');
  });
});
