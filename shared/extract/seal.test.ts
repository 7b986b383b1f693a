import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { generateFile } from '../../test/generate/file.ts';
import { createMemoryObjects, silentLog } from '../../test/memory.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { transmissionStream } from '../ledger/streams.ts';
import { createMemoryFederalCopy } from './federal-copy-memory.ts';
import { sealFile } from './seal.ts';

it('a seal that is asked for before all parts are there writes nothing into the outbox', async () => {
  const transmission = '2026-09#2026-001';
  const [built, missing] = ['MO0010100', 'MO0020200'] as const;
  const at = '2026-11-05T10:00:00.000Z';
  const objects = createMemoryObjects();
  const text = generateFile({
    state: 'NONE',
    agencies: [built],
    period: '2026-09',
    incidents: 1,
    arrests: 0,
    zeroReports: 0,
    seed: 7,
    stateSegments: false,
    lineEnd: '\r\n',
  });
  await objects.put({ bucket: 'work', key: 'part.txt' }, text, 'text/plain');
  const sha256 = createHash('sha256').update(text, 'latin1').digest('hex');
  const counts = { reports: 1, records: 1, bytes: text.length, strippedStateElements: 0 };
  await objects.put(
    { bucket: 'work', key: 'part.json' },
    JSON.stringify({ ori: built, sha256, versions: {}, ...counts }),
    'application/json',
  );

  const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
  const stream = transmissionStream(transmission);
  const fileName = 'MOUCR0001_20261105_NIBRS_001.txt';
  const started = { period: '2026-09', submitter: 'MOUCR0001', series: 1, fileName, basis: 'basis' };
  const stamp = { at, by: 'test', cause: {} };
  await ledger.append([
    {
      stream,
      expectedVersion: 0,
      events: [
        { ...stamp, type: 'TransmissionStarted', data: { ...started, agencies: [built, missing] } },
        { ...stamp, type: 'PartBuilt', data: { ori: built, key: 'part.txt', sha256, ...counts } },
      ],
    },
  ]);
  const before = [...objects.contents.keys()];

  const federal = createMemoryFederalCopy();
  const sealing = { ledger, federal, objects, workBucket: 'work', outboxBucket: 'outbox', clock: () => new Date(at) };
  await expect(sealFile({ ...sealing, log: silentLog }, { transmission })).rejects.toMatchObject({ code: 'try-again' });

  expect([...objects.contents.keys()]).toEqual(before);
});
