// Where the leavers of tests come from: a whole list of four months, its days written by the system.
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
