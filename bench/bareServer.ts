// A server of the same runtime that does nothing but hash what comes: what no upload through HTTP can beat here,
// for client, socket and hashing share the machine's processors. Prints its port.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const hash = createHash('sha256');
  request.on('data', (chunk: Buffer) => hash.update(chunk));
  request.on('end', () => response.end(hash.digest('hex')));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : '');
});
