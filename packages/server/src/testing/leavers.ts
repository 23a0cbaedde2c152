// Where the leavers of tests come from: a whole list of four months, its days written by the system.
import { OWNER, send, type House } from './house.ts';

export const TOLD = {
  source: 'HR system',
  environment: 'production',
  query: 'GET /terminations',
  range: { from: '2026-01-01', until: '2026-05-01' },
  generator: 'job',
  generated_at: '2026-05-01T06:00:00Z',
  every_page: true,
  days_written_by: 'system',
};

/** Says of a draft where it comes from, as whoever has just read it. */
export async function tellSource(house: House, base: string, said: object = TOLD): Promise<Response> {
  const read = await send(house, 'GET', `${base}/populations/P-1`, { headers: OWNER });
  return send(house, 'PATCH', `${base}/populations/P-1`, {
    headers: { ...OWNER, 'if-match': read.headers.get('etag') ?? '' },
    body: { provenance: said },
  });
}
