import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { piecesOf } from '../read-blob.ts';
import type { WorkerNews } from '../work-on.ts';

/** Hashes a file piece by piece, beside the page. */
addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  const tell = (news: WorkerNews<string>) => postMessage(news);
  try {
    const hash = sha256.create();
    let bytes = 0;
    for await (const piece of piecesOf(file)) {
      hash.update(piece);
      bytes += piece.byteLength;
      tell({ is: 'under way', share: bytes / file.size });
    }
    tell({ is: 'done', result: bytesToHex(hash.digest()) });
  } catch {
    tell({ is: 'unreadable' });
  }
});
