// Days that the plan cannot keep: which one, and by how much.
import type { Plan } from './plan.ts';

export function Conflicts({ plan, pick }: { readonly plan: Plan; readonly pick: (task: string) => void }) {
  if (plan.conflicts.length === 0) return null;
  const tasks = new Set(plan.tasks.map(({ id }) => id));
  return (
    <section className="section" aria-label="Days that cannot be kept">
      <ul className="plan-plain">
        {plan.conflicts.map(({ task, constraint, sentence }) => (
          <li key={`${task} ${constraint} ${sentence}`} className="problem">
            {sentence}{' '}
            {tasks.has(task) ? (
              <button type="button" className="plain" onClick={() => pick(task)}>
                Look at it
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the end hangs on, and what an auditor would remark although it can be scheduled. */
export function Hangs({ plan }: { readonly plan: Plan }) {
  return (
    <section className="section" aria-labelledby="hangs">
      <h2 id="hangs">What the end hangs on</h2>
      <p className="prose">{plan.critical_sentence}</p>
      {plan.notes.map(({ code, task, sentence }) => (
        <p key={`${code} ${task}`} className="prose muted">
          {sentence}
        </p>
      ))}
    </section>
  );
}
