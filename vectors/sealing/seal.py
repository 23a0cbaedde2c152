# Writes the vectors of this folder from docs/reference/sealing.md alone; needs the Python package "cryptography".
import base64, hashlib, hmac, json, os, struct
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
FOLDER = os.path.dirname(os.path.abspath(__file__))
b = lambda n, start=0: bytes((start + i * 7) % 256 for i in range(n))
def aad(*place): return json.dumps(list(place), separators=(',', ':')).encode()
def box(key, nonce, plain, place): return nonce + AESGCM(key).encrypt(nonce, plain, aad(*place))
CHUNK = 65536
def sealed_file(key, key_id, context, plain):
    told = b'ASSAY\0S\x01' + bytes.fromhex(key_id) + struct.pack('>II', CHUNK, 0) + struct.pack('>Q', len(plain))
    sha = hashlib.sha256(plain).digest()
    tag = AESGCM(key).encrypt(b'\xff' * 4 + bytes(8), b'', context.encode() + told + sha)
    out = told + tag + bytes(8)
    for i in range(0, (len(plain) + CHUNK - 1) // CHUNK):
        n = bytes(4) + struct.pack('>Q', i)
        out += AESGCM(key).encrypt(n, plain[i * CHUNK:(i + 1) * CHUNK], context.encode() + struct.pack('>Q', i))
    return out
org = 'org_01kb0000000000000000000000'
files = []
for name, size, start in [('empty', 0, 1), ('one byte', 1, 2), ('a sentence', 45, 3), ('one byte more than a chunk', 65537, 5), ('two whole chunks', 131072, 9)]:
    plain, key, key_id = b(size, start), b(32, start * 3), b(16, start * 5).hex()
    out = sealed_file(key, key_id, f'assay/artefact/1/{org}/{key_id}', plain)
    files.append(dict(name=name, organisation=org, key=key.hex(), key_id=key_id, plain=dict(start=start, step=7, bytes=size), sha256=hashlib.sha256(plain).hexdigest(), sealed_bytes=len(out), header=out[:64].hex(), sealed_sha256=hashlib.sha256(out).hexdigest(), sealed=(out.hex() if size < 100 else None)))
root, realm_key, names, item, secret_key = b(32, 11), b(32, 22), b(32, 33), b(32, 44), b(32, 55)
n = lambda s: b(12, s)
item_id = b(16, 66).hex()
head = b'\x01' + struct.pack('>I', 2)
secret = b'correct horse battery staple'
wrapped_secret_key = head + box(realm_key, n(4), secret_key, ('assay/secret-key/1', 'ledger-signing-key', 'current', 1, org, 2))
sealed_secret = wrapped_secret_key + box(secret_key, n(5), secret, ('assay/secret/1', org, 'ledger-signing-key', 'current', 1))
keys = dict(
  organisation=org, root_key=root.hex(),
  root_id=hashlib.sha256(b'assay root key\0' + root).hexdigest()[:16],
  realm_key=dict(version=2, key=realm_key.hex(), wrapped=base64.b64encode(box(root, n(1), realm_key, ('assay/realm-key/1', org, 2))).decode()),
  names=dict(key=names.hex(), wrapped=base64.b64encode(box(root, n(2), names, ('assay/names/1', org))).decode(), sha256=hashlib.sha256(b'').hexdigest(), name=hmac.new(names, hashlib.sha256(b'').digest(), 'sha256').hexdigest()),
  item_key=dict(id=item_id, key=item.hex(), wrapped=(head + box(realm_key, n(3), item, ('assay/item-key/1', item_id, org, 2))).hex()),
  secret=dict(kind='ledger-signing-key', item='current', version=1, text=secret.decode(), sealed='s1.' + base64.urlsafe_b64encode(sealed_secret).decode().rstrip('=')),
)
json.dump(dict(about='Sealed as docs/reference/sealing.md says, by a program that shares no code with Assay.', cases=files), open(FOLDER + '/files.json', 'w'), indent=1); open(FOLDER + '/files.json','a').write('\n')
json.dump(dict(about='Sealed as docs/reference/sealing.md says, by a program that shares no code with Assay.', **keys), open(FOLDER + '/keys.json', 'w'), indent=1); open(FOLDER + '/keys.json','a').write('\n')
