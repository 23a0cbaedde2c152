// Refusals of core as sentences.
import type { AuditRefusal } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';

export function refusalOf(refusal: AuditRefusal, id = 'The audit'): Refusal {
  switch (refusal.code) {
    case 'audit.invalid': {
      const errors = refusal.faults.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message }));
      const [first] = errors;
      return { code: refusal.code, detail: `${first?.pointer ?? ''}: ${first?.message ?? ''}.`, errors };
    }
    case 'audit.not_independent':
      return {
        code: refusal.code,
        detail: `The auditor owns ${refusal.controls.join(', ')}: nobody audits their own work.`,
      };
    case 'audit.line_not_found':
      return { code: refusal.code, detail: `${refusal.requirement} is not in the scope of ${id}.` };
    case 'audit.unfinished':
      return {
        code: refusal.code,
        detail: `${id} says nothing yet of ${refusal.open.slice(0, 10).join(', ')}${refusal.open.length > 10 ? ` and ${refusal.open.length - 10} more` : ''}.`,
      };
    case 'audit.reported':
      return { code: refusal.code, detail: `${id} is reported.` };
    default:
      return refusal satisfies never;
  }
}
