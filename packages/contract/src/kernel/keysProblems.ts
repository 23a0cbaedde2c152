// Problems of keys, of holds and of what is erased: a part of the one table in problems.ts, which checks them.

export const KEYS_PROBLEMS = {
  'keys.root_by_configuration': {
    status: 409,
    title: 'The next root key comes by configuration',
    cause: 'The root key stands in the environment or in a device, where Assay cannot make another.',
    remedy: 'Start Assay with the next key and the one before (see the guide on keys), then rotate again.',
  },
  'evidence.held': {
    status: 409,
    title: 'The evidence is held',
    cause: 'A legal hold stands on the record: its bytes must not be erased.',
    remedy: 'Lift the hold with a reason first; its history stays.',
  },
  'evidence.erased': {
    status: 410,
    title: 'The evidence is erased',
    cause:
      'The key of its bytes was destroyed on purpose; what is left says that it was there, and why it is not.',
    remedy: 'Record other evidence; nobody can bring the bytes back.',
  },
  'evidence.bytes_needed': {
    status: 409,
    title: 'Something else rests on the bytes',
    cause: 'An import of the file counts or waits, or a list, a register or a policy was read from it.',
    remedy: 'Undo or discard what the detail names, then erase.',
  },
  'artefact.erased': {
    status: 410,
    title: 'These bytes were erased',
    cause: 'Bytes of this SHA-256 were erased on purpose and are not taken again.',
    remedy: 'Send a file without what had to go.',
  },
} as const;
