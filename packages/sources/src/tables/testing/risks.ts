// The risks of an invented company, from which its registers are made.

export interface Risk {
  readonly title: string;
  readonly asset: string;
  readonly weakness: string;
  readonly owner: string;
  /** Steps from 1 to 5. */
  readonly likelihood: number;
  readonly impact: number;
  readonly option: 'Mitigate' | 'Accept' | 'Transfer' | 'Avoid';
  readonly controls: string;
  readonly due: string;
}

const OPTIONS = ['Mitigate', 'Accept', 'Transfer', 'Avoid'] as const;

/** title | asset | weakness | owner | likelihood | impact | option | controls | due */
const TABLE = `
A stolen laptop is read | Laptops | Some disks are not encrypted | Head of IT | 3 | 4 | Mitigate | A.7.9, A.8.1 | 2026-03-31
Mail lures an employee into giving a password | Mail accounts | One factor is enough | Head of IT | 4 | 4 | Mitigate | A.5.17; A.6.3; A.8.5 | 2026-02-15
Customer data leaves through an open store | Object storage | Nobody looks at its rights | Product lead | 2 | 5 | Mitigate | A.8.9 | 2026-06-30
The only person who knows the build leaves | Build system | Nothing is written down | Product lead | 3 | 3 | Mitigate | A.5.37 | 2026-09-30
A supplier of payments fails for days | Payment service | There is no second one | Managing director | 2 | 4 | Transfer | A.5.19, A.5.20 | 2026-12-31
A backup cannot be restored | Database | Restoring is never tried | Head of IT | 2 | 5 | Mitigate | A.8.13 | 2026-04-30
Old software is attacked from outside | Web servers | Updates wait for a quiet week | Head of IT | 4 | 4 | Mitigate | A.8.8 | 2026-01-31
A guest walks into the office | Office | The door is open in the day | Office lead | 2 | 2 | Accept |  |
A trial service keeps data that it should not | Trial service | Nobody ends trials | Product lead | 3 | 3 | Avoid | A.8.10 | 2026-05-31
A fire destroys the office | Office | Paper contracts lie there | Office lead | 1 | 3 | Accept |  |
An administrator changes records unseen | Database | Logs can be deleted | Head of IT | 2 | 4 | Mitigate | A.8.2, A.8.15 | 2026-07-31
A customer is billed for another | Billing | Two systems keep the list | Managing director | 2 | 3 | Mitigate | A.8.26 | 2026-08-31
`;

export const RISKS: readonly Risk[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [title = '', asset = '', weakness = '', owner = '', likelihood, impact] = cells;
    const [option, controls = '', due = ''] = cells.slice(6);
    return {
      title,
      asset,
      weakness,
      owner,
      likelihood: Number(likelihood),
      impact: Number(impact),
      option: OPTIONS.find((each) => each === option) ?? 'Mitigate',
      controls,
      due,
    };
  });
