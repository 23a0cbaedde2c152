// Which command covers which route; a route without a command says why.
import type { RouteId } from '@assay/contract';

export const coverage: Readonly<Record<RouteId, string>> = {
  'health.read': 'doctor', 'session.read': 'org list', 'session.end': 'none: the command line holds no session',
  'organisations.create': 'init', 'organisations.read': 'org show', 'organisations.change': 'org set', 'organisations.delete': 'org delete', 'organisations.reset': 'org reset',
  'frameworks.list': 'framework list', 'frameworks.read': 'framework show', 'frameworks.add': 'framework add', 'applicability.decide': 'decide', 'applicability.withdraw': 'decide --withdraw',
  'controls.list': 'control list', 'controls.read': 'control show', 'controls.add': 'none: an own control is written in the browser, where its texts fit', 'controls.decide': 'control decide', 'controls.decide_many': 'control decide',
  'mappings.put': 'control map', 'mappings.remove': 'none: removing a mapping is done in the browser, beside its reasons', 'crosswalk.read': 'crosswalk', 'overlap.read': 'overlap', 'posture.read': 'posture', 'next_steps.list': 'next',
  'checks.list': 'check list', 'checks.map': 'check map', 'observations.list': 'observation list', 'observations.export': 'observation export',
  'artefacts.put': 'evidence push', 'evidence.list': 'evidence list', 'evidence.add': 'evidence push', 'evidence.read': 'evidence show', 'evidence.download': 'evidence get', 'evidence.change': 'evidence link', 'evidence.review': 'evidence review',
  'evidence.replace': 'evidence replace', 'evidence.revisions': 'evidence history', 'evidence.withdraw': 'evidence withdraw', 'evidence.restore': 'evidence restore',
  'imports.start': 'import', 'imports.list': 'imports list', 'imports.read': 'imports show', 'imports.problems': 'imports problems', 'imports.commit': 'import', 'imports.undo': 'imports undo',
  'ledger.checkpoint': 'ledger checkpoint', 'ledger.entries': 'ledger entries', 'ledger.prove': 'ledger prove', 'ledger.consistency': 'ledger consistency', 'ledger.verify': 'verify', 'export.read': 'export',
};
