import { UsageError } from '../../shared/errors.ts';

/** An address to which secrets may be sent. Throws `UsageError` for another computer's without encryption. */
export function demandSafe(address: URL): URL {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address.protocol === 'https:' || (address.protocol === 'http:' && isHere)) return address;
  throw new UsageError(`${address.origin} is not encrypted. Use its address that begins with https.`);
}
