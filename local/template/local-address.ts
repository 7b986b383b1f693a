import { region } from '../engines/addresses.ts';

/** Where what has an address of its own on AWS is in the local cloud. */
export interface LocalAddresses {
  /** The engine of queues and buckets. */
  objectsAndQueues: string;
  gateway: string;
  identity: string;
}

/**
 * A text that a template has put together, and where it is the address of something that runs here, that address: of the
 * API with its stage, of the pages where people sign in, and of a bucket.
 */
export function localAddress(text: string, { objectsAndQueues, gateway, identity }: LocalAddresses): string {
  return text
    .replace(new RegExp(String.raw`^https://[\w-]+\.execute-api\.${region}\.amazonaws\.com(/[\w-]+)?`), gateway)
    .replace(new RegExp(String.raw`^https://[\w-]+\.auth\.${region}\.amazoncognito\.com`), identity)
    .replace(new RegExp(String.raw`^https://([\w.-]+)\.s3\.${region}\.amazonaws\.com`), `${objectsAndQueues}/$1`);
}
