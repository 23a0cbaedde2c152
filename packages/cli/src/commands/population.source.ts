// What a population is told of its source, as options that import, set and freeze share.
import type { Command } from 'commander';
import { DAY_WRITERS, type DayWriter, type Instant } from '@assay/core';
import { choice, instant, period, type Period } from '../options.ts';

export interface SourceOptions {
  readonly source?: string;
  readonly environment?: string;
  readonly query?: string;
  readonly filters?: string;
  readonly range?: Period;
  readonly generator?: string;
  readonly generatedAt?: Instant;
  readonly everyPage?: boolean;
  readonly daysBy?: DayWriter;
}

export function sourceOptions(command: Command): Command {
  return command
    .option('--source <system>', 'system that knows the events')
    .option('--environment <name>', 'production, or which other one')
    .option('--query <text>', 'query, report or endpoint with its parameters')
    .option('--filters <text>', 'what was left out')
    .addOption(period('--range <from/until>', 'days whose events it holds, all of them'))
    .option('--generator <name>', 'who or what made the list')
    .addOption(instant('--generated-at <instant>', 'when it was made'))
    .option('--every-page', 'every page was fetched')
    .addOption(choice('--days-by <who>', 'who wrote the days: the system, or a person later', DAY_WRITERS));
}

/** The options that were given, as the API names them. */
export function provenanceOf(options: SourceOptions) {
  return {
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    ...(options.query === undefined ? {} : { query: options.query }),
    ...(options.filters === undefined ? {} : { filters: options.filters }),
    ...(options.range === undefined ? {} : { range: options.range }),
    ...(options.generator === undefined ? {} : { generator: options.generator }),
    ...(options.generatedAt === undefined ? {} : { generated_at: options.generatedAt }),
    ...(options.everyPage === undefined ? {} : { every_page: options.everyPage }),
    ...(options.daysBy === undefined ? {} : { days_written_by: options.daysBy }),
  };
}
