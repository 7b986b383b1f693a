import { z } from 'zod';
import { stateRoles } from '../caller.ts';
import { route } from '../route.ts';
import { count, download, ori, period, reason, sha256, time } from './fields.ts';

/** Name of the file, which names the transmission. */
const file = z
  .string()
  .regex(/^[A-Z0-9]{9}_\d{8}_NIBRS_\d{3,}\.txt$/, 'A file is named as MOUCR0001_20261105_NIBRS_011.txt is.')
  .meta({ id: 'TransmissionFile', example: 'MOUCR0001_20261105_NIBRS_011.txt' });

const params = z.object({ file });

const acknowledged = z
  .object({
    at: time,
    answer: z.string(),
    dataSet: z.enum(['errors', 'warnings']),
    errors: count,
    warnings: count,
    /** Reports that the FBI refused. */
    refused: count,
    unmatched: count,
  })
  .meta({ id: 'Answer' });

const transmission = z
  .object({
    file,
    period,
    stage: z.enum(['started', 'refused', 'sealed', 'held', 'forwarding', 'forwarded', 'acknowledged']),
    mode: z.enum(['delta', 'full']),
    startedAt: time,
    sealedAt: time.nullable(),
    forwardedAt: time.nullable(),
    /** Of a sealed file. */
    sealed: z.object({ bytes: count, sha256, reports: count, records: count, strippedStateElements: count }).nullable(),
    /** Why nothing was sealed. */
    refusal: z
      .object({
        reason: z.string(),
        findings: z.array(z.object({ code: z.string(), record: z.int().optional(), message: z.string() })),
      })
      .nullable(),
    /** Who decided what of it, oldest first. */
    decisions: z.array(z.object({ at: time, what: z.enum(['held', 'released']), by: z.string(), reason: z.string() })),
    answers: z.array(acknowledged),
  })
  .meta({ id: 'Transmission' });

/** What the FBI is told of a report: it is new, or it replaces what the FBI has, or it is taken back. */
const change = z
  .object({
    kind: z.enum(['incident', 'arrest', 'zero']),
    number: z.string(),
    part: z.string(),
    effect: z.enum(['new', 'corrected', 'again', 'deleted', 'withheld']),
  })
  .meta({ id: 'Change' });

const said = {
  changes: z.array(z.object({ ori, changes: z.array(change) })),
  unlisted: count.meta({
    description: 'So many reports more, which are not listed; a sealed file’s manifest has them',
  }),
};

const request = z.object({ request: z.string() });

const asked = {
  period,
  /** `full` sends every report of the period once more. */
  mode: z.enum(['delta', 'full']).optional(),
  agency: ori.optional(),
};

export const transmissionRoutes = {
  listTransmissions: route({
    method: 'GET',
    path: '/transmissions',
    summary: 'What was sent to the FBI, the newest first: of a period, or of this year and the last',
    answeredBy: 'show-records',
    roles: stateRoles,
    query: z.object({ period: period.optional() }),
    reply: z.object({ transmissions: z.array(transmission) }),
  }),

  planTransmission: route({
    method: 'GET',
    path: '/transmissions/plan',
    summary: 'What a transmission would say if it were started now, agency by agency',
    answeredBy: 'show-records',
    roles: stateRoles,
    query: z.object(asked),
    reply: z.object(said),
  }),

  readTransmission: route({
    method: 'GET',
    path: '/transmissions/{file}',
    summary: 'A transmission, with what it says of every report',
    answeredBy: 'show-records',
    roles: stateRoles,
    params,
    reply: transmission.extend(said),
  }),

  downloadTransmission: route({
    method: 'GET',
    path: '/transmissions/{file}/download',
    summary: 'A link to the sealed file or to its manifest',
    answeredBy: 'show-records',
    roles: stateRoles,
    params,
    query: z.object({ what: z.enum(['file', 'manifest']) }),
    reply: download,
  }),

  startTransmission: route({
    method: 'POST',
    path: '/transmissions',
    summary: 'Build and seal a file of what the FBI does not have',
    description: 'It takes a while: the list of transmissions shows it. One is under way at a time; the next waits.',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    body: z.object(asked),
    reply: request,
    status: 202,
  }),

  holdTransmission: route({
    method: 'POST',
    path: '/transmissions/{file}/hold',
    summary: 'Keep a sealed file, and all after it, from being forwarded',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    params,
    body: z.object({ reason }),
    reply: z.object({ held: z.boolean().meta({ description: 'False when it was held already' }) }),
  }),

  releaseTransmission: route({
    method: 'POST',
    path: '/transmissions/{file}/release',
    summary: 'Let a held file go on',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    params,
    body: z.object({ reason }),
    reply: z.object({ released: z.boolean().meta({ description: 'False when nobody held it' }) }),
  }),

  forwardTransmission: route({
    method: 'POST',
    path: '/transmissions/{file}/forwarding',
    summary: 'Hand a sealed file over now, before the calendar does',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    params,
    reply: request,
    status: 202,
  }),

  requestExtract: route({
    method: 'POST',
    path: '/extracts',
    summary: 'Make a sealed file again from the ledger, or a month as it stood at a time',
    answeredBy: 'take-orders',
    roles: stateRoles,
    body: z.union([
      z.object({ file }),
      z.object({
        period,
        /** `2026-03-03` is the end of that day, UTC. */
        asOf: z.union([time, z.iso.date()]),
        agency: ori.optional(),
      }),
    ]),
    reply: z.object({ extract: z.string() }),
    status: 202,
  }),

  readExtract: route({
    method: 'GET',
    path: '/extracts/{extract}',
    summary: 'Whether an extract is made, and where it is',
    answeredBy: 'show-records',
    roles: stateRoles,
    params: z.object({ extract: z.string().regex(/^[\w-]{1,80}$/) }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('being made') }),
      z.object({
        state: z.literal('made'),
        bytes: count,
        sha256,
        /** Of the file that was sealed. */
        sealedSha256: sha256.optional(),
        /** Reports that an order has taken away since. */
        expunged: z.array(z.object({ stream: z.string(), order: z.string() })),
        download,
      }),
    ]),
  }),
};
