// assay token exchange: a pipeline trades its own ID token for an API token of fifteen minutes; nothing is stored with it.
import { createClient } from '@assay/contract';
import type { Command } from 'commander';
import { z } from 'zod';
import { settings } from '../config.ts';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { formatOf, out, printOne, say } from '../output.ts';
import { common, type CommonOptions } from './shared.ts';

export function addExchange(token: Command): void {
  common(
    token
      .command('exchange')
      .description('In a pipeline: trade its ID token for an API token of 15 minutes, printed alone')
      .addHelpText(
        'after',
        '\nThe ID token is ASSAY_ID_TOKEN (GitLab: id_tokens). In GitHub Actions with the permission id-token: write it is asked for.',
      ),
  ).action(exchange);
}

async function exchange(options: CommonOptions): Promise<void> {
  const of = settings(options);
  const url = of('url');
  const org = of('org')?.value;
  // The project's file is written by whoever can push: they could have the token sent to themselves.
  if (url === undefined || url.from === 'project' || !URL.canParse(url.value))
    throw new CommandEnd(EXIT.usage, 'A pipeline names its server itself.', 'Set ASSAY_URL, or add --url.');
  if (org === undefined)
    throw new CommandEnd(EXIT.usage, 'Name the organisation.', 'Set ASSAY_ORG, or add --org.');
  const { origin } = new URL(url.value);
  const client = createClient({ origin, headers: () => ({}) });
  const traded = take(
    await client['sign_in.exchange']({ params: { org }, body: { subject_token: await idToken(origin) } }),
  );
  const format = formatOf(options);
  if (format === 'table') out(`${traded.access_token}\n`);
  else printOne(traded, [], format);
  say(`Good for ${traded.expires_in / 60} minutes: ${traded.scope}.`);
}

const answered = z.looseObject({ value: z.string() });

async function idToken(audience: string): Promise<string> {
  const {
    ASSAY_ID_TOKEN: given,
    ACTIONS_ID_TOKEN_REQUEST_URL: asks,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: by,
  } = process.env;
  if (given) return given;
  if (!asks || !by)
    throw new CommandEnd(
      EXIT.auth,
      'There is no ID token.',
      'Set ASSAY_ID_TOKEN; in GitHub Actions give the job the permission id-token: write.',
    );
  const address = new URL(asks);
  address.searchParams.set('audience', audience);
  const response = await fetch(address, { headers: { authorization: `Bearer ${by}` } });
  const parsed = answered.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data.value;
  throw new CommandEnd(EXIT.auth, `GitHub gave no ID token (${response.status}).`);
}
