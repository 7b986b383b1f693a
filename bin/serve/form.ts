import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { InputFile } from '../input.ts';

/** The fields of a form that was sent. Node reads forms as browsers do, through the `Request` of the fetch standard. */
export function readForm(request: IncomingMessage): Promise<FormData> {
  const { 'content-type': contentType = '' } = request.headers;
  return new Request('http://localhost', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: Readable.toWeb(request),
    duplex: 'half',
  }).formData();
}

/** The files of a form, in their order; a file field left empty is none. */
export function uploadedFiles(form: FormData): InputFile[] {
  return form.getAll('file').flatMap((entry) => (entry instanceof File && entry.name !== '' ? [inputFile(entry)] : []));
}

function inputFile(file: File): InputFile {
  // Some browsers send the whole path, with the separators of their system.
  const name = file.name.split(/[\\/]/).at(-1) ?? file.name;
  return { path: file.name, name, bytes: file.size, open: () => file.stream() };
}
