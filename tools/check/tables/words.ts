// Words that the repository does not speak, with the places where they are its business.

export interface Word {
  readonly pattern: RegExp;
  readonly message: string;
  readonly remedy: string;
  /** Paths to which it does not apply. */
  readonly except?: RegExp;
}

export const WORDS: readonly Word[] = [
  {
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    message: 'an unfinished place',
    remedy: 'finish it, or open an issue and say in the documentation what is missing',
  },
  {
    pattern: /(?<![\w.$}:*-])\/(work|tmp|home|root|Users)\/\w/,
    message: 'a path of one machine',
    remedy: 'paths are relative to the repository, or come from os.tmpdir() and the configuration',
    // What scanners report about somebody's machine is their text.
    except: /^(content|vectors)\//,
  },
  {
    pattern: /registry\.(npmjs|yarnpkg)\.|npm\.pkg\.github\.com|\bverdaccio\b|localhost:4873/i,
    message: 'the host of a registry',
    remedy: 'leave the registry to the reader’s npm configuration',
  },
  {
    pattern: /(oxlint|eslint)-disable|oxfmt-ignore|prettier-ignore|@ts-(nocheck|ignore)\b/,
    message: 'a rule is switched off in place',
    remedy: 'mend the code, or change the rule for everybody',
  },
  {
    pattern: /@ts-expect-error/,
    message: 'a type error is expected outside a test',
    remedy: 'mend the type; tests may expect one, to show that it is refused',
    except: /\.test\.tsx?$/,
  },
  {
    pattern: /\bassay\.org_id\b/,
    message: 'a realm is named outside of the database’s door',
    remedy: 'work inside inOrganisation() or inIdentity(): they name the realm for one transaction',
    except: /^packages\/server\/src\/platform\/postgres\/|\/testing\/|\.test\.ts$|^(docs|tools)\//,
  },
  {
    pattern: /\bset\s+(session|role)\b|\bset_config\([^)]*,\s*false\s*\)/i,
    message: 'a setting that outlives its transaction',
    remedy: 'connections are shared: set it for one transaction (SET LOCAL, or set_config(…, true))',
    except: /\/testing\/|\.test\.ts$|^(docs|tools)\//,
  },
  {
    pattern: /\bOrgScope\.mint\(/,
    message: 'a scope is minted outside of the access slice',
    remedy: 'ask authorize(), which looks at the membership first',
    except: /^packages\/server\/src\/slices\/access\//,
  },
];

/** Files that hold the words as their subject. */
export const OWN_FILES = ['tools/check/tables/words.ts'];
