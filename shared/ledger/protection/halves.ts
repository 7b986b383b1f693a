import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { CorruptDataError } from '../../errors.ts';
import { open, seal } from './cipher.ts';
import type { Half } from './keyring.ts';

/** Which half of which event: authenticated with the content, so that no half opens in another one's place. */
export interface HalfPlace {
  half: Half;
  stream: string;
  version: number;
}

const block = 64;
const endOfText = 0x80;

/** Encrypts one half of one event under its report key. */
export function sealHalf(key: Uint8Array, place: HalfPlace, text: string): Uint8Array {
  return seal(key, contextOf(place), place.half === 'state' ? pad(Buffer.from(text)) : compress(Buffer.from(text)));
}

/** What `sealHalf` was given. Throws `CorruptDataError` when the blob is not of this place or was changed. */
export function openHalf(key: Uint8Array, place: HalfPlace, blob: Uint8Array): string {
  const plain = open(key, contextOf(place), blob);
  return (place.half === 'state' ? unpad(plain, place) : inflateRawSync(plain)).toString();
}

function contextOf({ half, stream, version }: HalfPlace): string {
  return `${half} half, event ${version} of ${stream}`;
}

/** Lines of a report resemble each other: compressed they take a quarter. A small window is enough and quick to set up. */
function compress(text: Buffer): Buffer {
  return deflateRawSync(text, { level: constants.Z_BEST_SPEED, memLevel: 4, windowBits: 12 });
}

/**
 * State halves are not compressed, and are filled up to whole blocks (ISO/IEC 7816-4: 80 hex, then zeros), for the
 * length of a short compressed text would tell one value from another.
 */
function pad(text: Buffer): Buffer {
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / block) * block);
  text.copy(padded);
  padded[text.length] = endOfText;
  return padded;
}

function unpad(padded: Uint8Array, place: HalfPlace): Buffer {
  const end = padded.lastIndexOf(endOfText);
  if (end < 0) throw new CorruptDataError(`Encrypted content (${contextOf(place)}) has no end`);
  return Buffer.from(padded.subarray(0, end));
}
