// A template to be read before a policy begins with it.
import { api, useOrg } from '../../data/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PolicyText } from './PolicyText.tsx';
import type { Template } from './policies.ts';

export function TemplateDialog(props: {
  readonly org: string;
  readonly template: Template;
  readonly begin: () => void;
  readonly close: () => void;
}) {
  const { org, template, close } = props;
  const found = useOrg(org, ['policy-template', template.code], () =>
    api['policies.template']({ params: { org, policy: template.code } }),
  );
  return (
    <Dialog title={`${template.code} ${template.title}`} close={close}>
      <div className="toolbar">
        {template.used ? null : (
          <button type="button" className="button primary" onClick={props.begin}>
            Begin with it
          </button>
        )}
        <button type="button" className="button quiet" onClick={close}>
          Close
        </button>
      </div>
      {found.data ? <PolicyText text={found.data.text} /> : <p className="muted">Reading …</p>}
    </Dialog>
  );
}
