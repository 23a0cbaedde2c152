// What changed in clauses 4 to 10 from 2013 to 2022, with Amd 1:2024, in our own words: what to show an auditor now.

export interface ClauseChange {
  readonly clause: string;
  /** new: not asked before; changed: asks more or other; split: the same under more headings; moved: another number. */
  readonly kind: 'new' | 'changed' | 'split' | 'moved';
  readonly what: string;
  readonly show: string;
}

export const CLAUSE_CHANGES: readonly ClauseChange[] = [
  {
    clause: '4.1',
    kind: 'new',
    what: 'Amendment 1 of 2024 asks whether climate change is an issue for the management system.',
    show: 'A yes or a no with its reason among the issues.',
  },
  {
    clause: '4.2',
    kind: 'changed',
    what: 'Of what interested parties ask for, the organisation says which it answers through the management system.',
    show: 'The list of parties with that third column.',
  },
  {
    clause: '4.4',
    kind: 'changed',
    what: 'The system is described with its processes and how they work together.',
    show: 'A description of the processes and what goes from one to the next.',
  },
  {
    clause: '6.2',
    kind: 'changed',
    what: 'Objectives are monitored, and kept as documented information.',
    show: 'For each objective its measurements and when they were looked at.',
  },
  {
    clause: '6.3',
    kind: 'new',
    what: 'Changes of the management system are planned before they are made.',
    show: 'A record of a change with its purpose, consequences, resources and who is responsible.',
  },
  {
    clause: '7.4',
    kind: 'changed',
    what: 'Communication is planned as what, when, with whom and how; who and by which process is no longer asked.',
    show: 'The plan with those four columns.',
  },
  {
    clause: '8.1',
    kind: 'changed',
    what: 'Processes have criteria and are controlled by them; so are processes, products and services from outside.',
    show: 'Criteria for each process, and how suppliers that matter are controlled.',
  },
  {
    clause: '9.1',
    kind: 'changed',
    what: 'Results of monitoring and measurement are documented, by methods whose results can be compared and repeated.',
    show: 'The measurements with their method.',
  },
  {
    clause: '9.2',
    kind: 'split',
    what: 'Internal audit stands as 9.2.1 (that it is done) and 9.2.2 (its programme).',
    show: 'A programme and audits whose criteria name the edition of 2022.',
  },
  {
    clause: '9.3',
    kind: 'split',
    what: 'The management review stands as 9.3.1 to 9.3.3; changed needs of interested parties are a new input.',
    show: 'Minutes that treat that input too.',
  },
  {
    clause: '10',
    kind: 'moved',
    what: 'Improvement (10.1) and nonconformity (10.2) have changed places.',
    show: 'Procedures and forms that cite the new numbers.',
  },
];
