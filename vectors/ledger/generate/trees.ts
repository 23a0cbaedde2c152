// Cases about trees: roots, inclusion, consistency, tiles.
import {
  counted,
  flipped,
  leafOf,
  mth,
  path,
  pathLength,
  proof,
  proofLength,
  rootOfPath,
  rootsOfProof,
  sha256,
} from './naive.ts';

/** Leaves of the certificate transparency reference tests, and the roots that are published with them. */
const REFERENCE = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const PUBLISHED = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** Sizes where splitting changes: nothing, one, powers of two and their neighbours. */
const EDGES = [
  1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 511, 513, 1000,
];
const HUGE = [2 ** 32 + 1, 2 ** 48, 2 ** 48 + 1, 2 ** 49 + 1, 2 ** 53 - 1] as const;
const hex = (bytes: Buffer): string => bytes.toString('hex');
const made = (count: number): Buffer[] => Array.from({ length: count }, (_, i) => sha256(`made ${i}`));

export function roots(): object[] {
  const published = PUBLISHED.map((root, size) => ({
    title: `published root of ${size} reference leaves`,
    data: REFERENCE.slice(0, size),
    expect: root,
  }));
  for (const { data, expect } of published)
    if (hex(mth(data.map((each) => leafOf(Buffer.from(each, 'hex'))))) !== expect)
      throw new Error('not the published root');
  return [
    ...published,
    ...[9, 15, 16, 17, 255, 256, 257, 1000, 65_537].map((count) => ({
      title: `root of ${count} counted leaves`,
      count,
      expect: hex(mth(counted(count))),
    })),
  ];
}

function inclusionCase(title: string, index: number, size: number): Record<string, unknown> {
  const leaves = counted(size);
  return {
    title,
    index,
    size,
    leaf_hash: hex(leaves[index] ?? Buffer.alloc(0)),
    root: hex(mth(leaves)),
    proof: path(index, leaves).map(hex),
    expect: true,
  };
}

export function inclusion(): object[] {
  const holding = EDGES.flatMap((size) =>
    [...new Set([0, Math.floor(size / 2), size - 1])].map((index) =>
      inclusionCase(`leaf ${index} of ${size}`, index, size),
    ),
  );
  // RFC 6962 section 2.1.3 names the nodes of the tree of seven leaves: these are its four paths.
  const seven = [0, 3, 4, 6].map((index) =>
    inclusionCase(`RFC 6962 section 2.1.3, leaf ${index} of 7`, index, 7),
  );
  const huge = HUGE.flatMap((size) =>
    [0, size - 1, Math.floor(size / 3)].map((index) => {
      const hashes = made(pathLength(index, size));
      const leaf = leafOf('far');
      return {
        title: `leaf ${index} of ${size}, a tree too large to build`,
        index,
        size,
        leaf_hash: hex(leaf),
        root: hex(rootOfPath({ m: index, n: size, leaf }, hashes)),
        proof: hashes.map(hex),
        expect: true,
      };
    }),
  );
  return [...holding, ...seven, ...huge, ...wrongPlaces(), ...wrongPaths(), ...wrongSingle()];
}

const thirteen = counted(13);
const fifth = path(5, thirteen).map(hex);

function wrongInclusion(title: string, change: object): object {
  const claim = { index: 5, size: 13, leaf_hash: hex(leafOf('5')), root: hex(mth(thirteen)), proof: fifth };
  return { title, ...claim, expect: false, ...change };
}

function wrongPlaces(): object[] {
  const wrong = wrongInclusion;
  const leaves = thirteen;
  const last = { index: 12, leaf_hash: hex(leafOf('12')), proof: path(12, leaves).map(hex) };
  return [
    wrong('the root has one bit turned', { root: hex(flipped(mth(leaves))) }),
    wrong('the root is that of one leaf less', { root: hex(mth(leaves.slice(0, 12))) }),
    wrong('the root is that of one leaf more', { root: hex(mth(counted(14))) }),
    wrong('the leaf is another', { leaf_hash: hex(leafOf('6')) }),
    wrong('the leaf hash is that of the data without its prefix', { leaf_hash: hex(sha256('5')) }),
    wrong('the index is the sibling’s', { index: 4 }),
    wrong('the index is the size', { index: 13 }),
    wrong('the index is past the size', { index: 14 }),
    wrong('the index is negative', { index: -1 }),
    wrong('the index is no whole number', { index: 5.5 }),
    wrong('the size is far smaller', { size: 6 }),
    wrong('the last leaf, one leaf later', { ...last, size: 14 }),
    wrong('the last leaf, one leaf earlier', { ...last, index: 11, size: 12 }),
    wrong('the size is zero', { index: 0, size: 0, proof: [] }),
    wrong('the leaf hash is empty', { leaf_hash: '' }),
    wrong('the root is one byte short', { root: hex(mth(leaves)).slice(2) }),
    // Without the prefixes 0x00 and 0x01 an inner node could pass for a leaf.
    wrong('an inner node is shown as a leaf', {
      index: 2,
      size: 7,
      leaf_hash: hex(sha256(Uint8Array.of(0), leafOf('4'), leafOf('5'))),
    }),
  ];
}

function wrongPaths(): object[] {
  const wrong = wrongInclusion;
  const good = fifth;
  return [
    wrong('two siblings are swapped', { proof: [good[1], good[0], ...good.slice(2)] }),
    wrong('the first hash is missing', { proof: good.slice(1) }),
    wrong('the last hash is missing', { proof: good.slice(0, -1) }),
    wrong('a hash follows that nothing asks for', { proof: [...good, good[0]] }),
    wrong('a hash stands in front that nothing asks for', { proof: [good[0], ...good] }),
    wrong('the proof is empty', { proof: [] }),
    wrong('the proof is turned around', { proof: [...good].reverse() }),
    wrong('a hash is one byte short', { proof: [good[0]?.slice(2), ...good.slice(1)] }),
    wrong('a hash is one byte long', { proof: [`${good[0]}00`, ...good.slice(1)] }),
    ...good.map((each, i) =>
      wrong(`hash ${i} of the path has its last bit turned`, {
        proof: good.map((other, at) => (at === i ? hex(flipped(Buffer.from(each, 'hex'), 248)) : other)),
      }),
    ),
  ];
}

function wrongSingle(): object[] {
  return [
    {
      title: 'one leaf with a hash in its path',
      index: 0,
      size: 1,
      leaf_hash: hex(leafOf('0')),
      root: hex(leafOf('0')),
      proof: [hex(leafOf('0'))],
      expect: false,
    },
    {
      title: 'one leaf whose root is another',
      index: 0,
      size: 1,
      leaf_hash: hex(leafOf('0')),
      root: hex(leafOf('1')),
      proof: [],
      expect: false,
    },
  ];
}

function grown(from: number, to: number): Record<string, unknown> {
  const leaves = counted(to);
  return {
    title: `from ${from} to ${to}`,
    from,
    to,
    old_root: hex(mth(leaves.slice(0, from))),
    new_root: hex(mth(leaves)),
    proof: (from === 0 || from === to ? [] : proof(from, leaves)).map(hex),
    expect: true,
  };
}

export function consistency(): object[] {
  const pairs = EDGES.flatMap((to) =>
    [...new Set([0, 1, Math.floor(to / 2), to - 1, to])].map((from) => [from, to] as const),
  );
  const holding = pairs.filter(([from, to]) => from <= to && to < 300).map(([from, to]) => grown(from, to));
  const seven = [3, 4, 6].map((from) => ({
    ...grown(from, 7),
    title: `RFC 6962 section 2.1.3, from ${from} to 7`,
  }));
  const huge = HUGE.flatMap((to) =>
    [1, 2 ** 31, 2 ** 32, to - 1].map((from) => {
      const hashes = made(proofLength(from, to));
      const [before, now] = rootsOfProof({ m: from, n: to, seed: sha256('seed'), whole: true }, hashes);
      return {
        title: `from ${from} to ${to}, trees too large to build`,
        from,
        to,
        old_root: hex(before),
        new_root: hex(now),
        proof: hashes.map(hex),
        expect: true,
      };
    }),
  );
  return [...holding, ...seven, ...huge, ...wrongGrowth(), ...wrongPowers(), ...wrongNothing()];
}

const forked = [...thirteen.slice(0, 2), leafOf('forged'), ...thirteen.slice(3)];
const newRoot = hex(mth(thirteen));

function wrongConsistency(title: string, change: object): object {
  const proofFromSix = proof(6, thirteen).map(hex);
  const oldRoot = hex(mth(thirteen.slice(0, 6)));
  const claim = { from: 6, to: 13, old_root: oldRoot, new_root: newRoot, proof: proofFromSix };
  return { title, ...claim, expect: false, ...change };
}

function wrongGrowth(): object[] {
  const wrong = wrongConsistency;
  const leaves = thirteen;
  const good = proof(6, leaves).map(hex);
  const claim = { old_root: hex(mth(leaves.slice(0, 6))), new_root: newRoot };
  return [
    wrong('the new tree is a fork that changed an old leaf, its own proof', {
      new_root: hex(mth(forked)),
      proof: proof(6, forked).map(hex),
    }),
    wrong('the new tree is a fork that changed an old leaf, the honest proof', {
      new_root: hex(mth(forked)),
    }),
    wrong('the old root has one bit turned', { old_root: hex(flipped(mth(leaves.slice(0, 6)))) }),
    wrong('the new root has one bit turned', { new_root: hex(flipped(mth(leaves))) }),
    wrong('old and new root are exchanged', { old_root: claim.new_root, new_root: claim.old_root }),
    wrong('the tree shrank', { from: 13, to: 6, old_root: claim.new_root, new_root: claim.old_root }),
    wrong('the old size is one less', { from: 5 }),
    wrong('the old size is one more', { from: 7 }),
    wrong('the new size is one where the proof is longer', { to: 17 }),
    wrong('the new size is one where the proof is shorter', { to: 8 }),
    wrong('the old size is negative', { from: -1 }),
    wrong('the old size is no whole number', { from: 6.5 }),
    wrong('the first hash is missing', { proof: good.slice(1) }),
    wrong('the last hash is missing', { proof: good.slice(0, -1) }),
    wrong('a hash follows that nothing asks for', { proof: [...good, good[0]] }),
    wrong('two hashes are swapped', { proof: [good[1], good[0], ...good.slice(2)] }),
    wrong('the proof is empty', { proof: [] }),
    wrong('a hash is one byte short', { proof: [good[0]?.slice(2), ...good.slice(1)] }),
    ...good.map((each, i) =>
      wrong(`hash ${i} of the proof has a bit turned`, {
        proof: good.map((other, at) => (at === i ? hex(flipped(Buffer.from(each, 'hex'), 9)) : other)),
      }),
    ),
  ];
}

function wrongPowers(): object[] {
  const leaves = thirteen;
  const eight = { from: 8, old_root: hex(mth(leaves.slice(0, 8))), proof: proof(8, leaves).map(hex) };
  const power = (title: string, change: object): object => wrongConsistency(title, { ...eight, ...change });
  return [
    power('from a power of two, the old root turned', { old_root: hex(flipped(mth(leaves.slice(0, 8)))) }),
    power('from a power of two, the old root repeated as the first hash', {
      proof: [eight.old_root, ...eight.proof],
    }),
    power('from a power of two, the proof empty', { proof: [] }),
    power('from a power of two, of a fork', { new_root: hex(mth(forked)), proof: proof(8, forked).map(hex) }),
  ];
}

function wrongNothing(): object[] {
  const wrong = wrongConsistency;
  const leaves = thirteen;
  const good = proof(6, leaves).map(hex);
  const same = { from: 13, to: 13, old_root: newRoot, proof: [] };
  return [
    wrong('the same size with another root', { ...same, old_root: hex(flipped(mth(leaves))) }),
    wrong('the same size and root with a proof', { ...same, proof: [good[0]] }),
    wrong('from nothing, with a root that is not that of nothing', {
      from: 0,
      old_root: hex(leafOf('0')),
      proof: [],
    }),
    wrong('from nothing, with a proof', { from: 0, old_root: hex(sha256()), proof: [good[0]] }),
    wrong('from nothing to nothing, with another root twice', {
      from: 0,
      to: 0,
      old_root: hex(leafOf('0')),
      new_root: hex(leafOf('0')),
      proof: [],
    }),
  ];
}

/** Tiles of a tree of counted leaves: level l holds the roots of full subtrees of 256^l leaves. */
export function tiles(): object[] {
  return [0, 1, 2, 255, 256, 257, 511, 512, 513, 1000, 65_536, 66_000].map((size) => {
    const found: object[] = [];
    let level = counted(size);
    for (let height = 0; level.length > 0; height += 1) {
      const above: Buffer[] = [];
      for (let index = 0; index * 256 < level.length; index += 1) {
        const part = level.slice(index * 256, index * 256 + 256);
        if (part.length === 256) above.push(mth(part));
        found.push({ level: height, index, width: part.length, sha256: hex(sha256(Buffer.concat(part))) });
      }
      level = above;
    }
    // Of the many full tiles of a large tree, first, last and the partial ones say enough.
    const listed = found.filter((_, i) => found.length < 8 || i < 2 || i > found.length - 5);
    return { title: `tiles of ${size} counted leaves`, size, count: found.length, expect: listed };
  });
}
