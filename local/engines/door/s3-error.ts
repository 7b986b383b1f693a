import { randomUUID } from 'node:crypto';
import type { Reply } from './reply.ts';

/** A refusal in the words and codes of S3 (S3 API reference, "Error responses"). */
export class S3Error extends Error {
  readonly status: number;
  readonly code: string;
  /** Further elements of the answer, by name. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(status: number, code: string, message: string, details: Record<string, string | number> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** What S3 answers when it refuses: a document of XML. */
export function errorReply({ status, code, message, details }: S3Error): Reply {
  const requestId = randomUUID();
  const elements = Object.entries({ Code: code, Message: message, ...details, RequestId: requestId });
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: xml('Error', elements),
  };
}

/** A document of one element and, in it, others with text. */
export function xml(root: string, elements: [name: string, text: string | number][]): string {
  const inner = elements.map(([name, text]) => `<${name}>${escaped(`${text}`)}</${name}>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${inner}</${root}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
