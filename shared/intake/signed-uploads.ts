/** A form with which anybody who has it can put one certain file into the inbox, until it expires. */
export interface SignedForm {
  url: string;
  /** Sent along, before the file. */
  fields: Record<string, string>;
  /** ISO 8601, UTC. */
  expires: string;
}

/** A request with which anybody who has it can put one certain part of a file into the inbox, until it expires. */
export interface SignedPart {
  number: number;
  url: string;
  /** Sent along. */
  headers: Record<string, string>;
}

/** A file that comes in parts: where it is to be, and what the inbox calls its upload. */
export interface PartsUpload {
  key: string;
  uploadId: string;
}

/**
 * Lets those who cannot reach the inbox themselves put a file there: under this key, of this size and with this SHA-256 (hex),
 * and nothing else. Adapter: `shared/aws/signed-uploads.ts`.
 */
export interface SignedUploads {
  form(key: string, file: { bytes: number; sha256: string }): Promise<SignedForm>;
  /** Begins the upload of a file in parts, and gives what it is called. */
  begin(key: string): Promise<string>;
  signParts(
    upload: PartsUpload,
    parts: readonly { number: number; sha256: string }[],
  ): Promise<{ parts: SignedPart[]; expires: string }>;
  /** Bytes of each part that is there, by number; undefined when the upload is complete, or was given up. */
  partsOf(upload: PartsUpload): Promise<Map<number, number> | undefined>;
  /** Makes the file of the parts that are there. */
  complete(upload: PartsUpload): Promise<void>;
  /** Whether a file is there. */
  isThere(key: string): Promise<boolean>;
}
