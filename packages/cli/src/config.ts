// Where settings come from: flag, then environment, then the project's file, then the user's file.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { CommandEnd, EXIT } from './exit.ts';

/** Names of the files and what may stand in them; shown by `assay help config`. */
const PROJECT_FILE = 'assay.json';

const fileSchema = z.strictObject({
  url: z.url().optional(),
  data: z.string().min(1).optional(),
  org: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
});
const userSchema = fileSchema.extend({ token: z.string().min(1).optional() });

type Name = 'url' | 'data' | 'org' | 'output' | 'token';

/** A setting and the layer that gave it. */
export interface Setting {
  readonly value: string;
  readonly from: 'flag' | 'environment' | 'project' | 'user';
}

export type Flags = Readonly<Partial<Record<Name, string | undefined>>>;

/** The settings of this call, each with its source. */
export function settings(
  flags: Flags,
  env: NodeJS.ProcessEnv = process.env,
): (name: Name) => Setting | undefined {
  const project = projectFile(process.cwd());
  const user = readFile(userPath(env), userSchema);
  return (name) => {
    const layers = [
      { from: 'flag', value: flags[name] },
      { from: 'environment', value: env[`ASSAY_${name.toUpperCase()}`] },
      { from: 'project', value: name === 'token' ? undefined : project?.[name] },
      { from: 'user', value: user?.[name] },
    ] as const;
    for (const { from, value } of layers) if (value !== undefined && value !== '') return { from, value };
    return undefined;
  };
}

/** Text of `assay help config`. */
export const CONFIG_TEXT = `Where settings come from, the first that is there wins
  flag              --url --data --org --output
  environment       ASSAY_URL ASSAY_DATA ASSAY_ORG ASSAY_OUTPUT ASSAY_TOKEN
  project's file    ${PROJECT_FILE} here or in a directory above: url, data, org, output
  user's file       ~/.config/assay/config.json: url, data, org, output, token

What the server sends by mail (digests)
  ASSAY_SMTP_URL    smtps://user:password@host:465; without it letters are written to DATA/mail
  ASSAY_MAIL_FROM   sender, for example Assay <assay@acme.example>

Where people reach the server
  ASSAY_PUBLIC_URL  its origin, for example https://assay.acme.example; with https, sessions and links need TLS
  ASSAY_FILES_URL   origin of --files-port, at which browsers open files that people uploaded
  ASSAY_TRUSTED_PROXY  addresses or networks of the proxies before it, between commas; only they name the caller

What the server may reach
  ASSAY_REACH       hosts inside, between commas, as host or host:port; everything else inside is refused

Where the root key of sealed artefacts and secrets is (docs/guides/keys.md)
  ASSAY_ROOT_KEY_FILE    a file, mode 0600; DATA/keys/root.key by default
  ASSAY_ROOT_KEY         the key itself, 64 hexadecimal digits; ASSAY_ROOT_KEY_BEFORE while it is changed

Where the server streams the trail to (as --trail-to)
  ASSAY_TRAIL_TO    syslog+tls://host:6514,ocsf+file:///var/log/assay.json

Both files are JSON, for example {"org": "acme", "output": "json"}. A token never stands in a
project's file, and no token is sent to an address that only a project's file names.
`;

function userPath(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'assay', 'config.json');
}

function projectFile(from: string): z.infer<typeof fileSchema> | undefined {
  for (let at = from; ; at = dirname(at)) {
    const found = readFile(join(at, PROJECT_FILE), fileSchema);
    if (found) return found.data === undefined ? found : { ...found, data: resolve(at, found.data) };
    if (dirname(at) === at) return undefined;
  }
}

function readFile<T>(path: string, schema: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  } catch (cause) {
    throw new CommandEnd(
      EXIT.usage,
      `${path} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'assay help config says what may stand in it.',
    );
  }
}
