import type { z } from 'zod';
import { stateElementsCounted, stateElementsRead } from './access.ts';
import { agencyChanged, agencyRegistered } from './agency.ts';
import {
  deleted,
  expunged,
  expungementCompleted,
  federalFindings,
  replaced,
  reported,
  superseded,
  supplementExpunged,
  supplied,
} from './report.ts';
import {
  chunkProcessed,
  submissionCompleted,
  submissionOpened,
  submissionReceived,
  submissionRefused,
  submissionSplit,
  uploadRedacted,
} from './submission.ts';
import {
  answerRefused,
  federalCopyUpdated,
  forwardingStarted,
  partBuilt,
  reportsWritten,
  seriesNumberTaken,
  transmissionAcknowledged,
  transmissionForwarded,
  transmissionHeld,
  transmissionRefused,
  transmissionReleased,
  transmissionSealed,
  transmissionStarted,
} from './transmission.ts';
import { warningSettled } from './warning.ts';

/**
 * Every event there is: the payload's schema per schema version, oldest first. The newest is what is written; older
 * ones are read through `upcast.ts`. Additive changes keep the version; anything else appends a new one.
 */
export const catalog = {
  AgencyRegistered: [agencyRegistered],
  AgencyChanged: [agencyChanged],

  IncidentReported: [reported],
  IncidentReplaced: [replaced],
  IncidentDeleted: [deleted],
  IncidentSuperseded: [superseded],

  ArrestReported: [reported],
  ArrestReplaced: [replaced],
  ArrestDeleted: [deleted],
  ArrestSuperseded: [superseded],

  ZeroReportFiled: [reported],
  ZeroReportWithdrawn: [deleted],
  StateElementsSupplied: [supplied],
  ReportExpunged: [expunged],
  SupplementExpunged: [supplementExpunged],
  ExpungementCompleted: [expungementCompleted],
  FederalFindingsRecorded: [federalFindings],

  SubmissionOpened: [submissionOpened],
  SubmissionReceived: [submissionReceived],
  SubmissionSplit: [submissionSplit],
  ChunkProcessed: [chunkProcessed],
  SubmissionCompleted: [submissionCompleted],
  SubmissionRefused: [submissionRefused],
  UploadRedacted: [uploadRedacted],
  WarningSettled: [warningSettled],

  SeriesNumberTaken: [seriesNumberTaken],
  TransmissionStarted: [transmissionStarted],
  ReportsWritten: [reportsWritten],
  PartBuilt: [partBuilt],
  TransmissionSealed: [transmissionSealed],
  TransmissionRefused: [transmissionRefused],
  FederalCopyUpdated: [federalCopyUpdated],
  TransmissionHeld: [transmissionHeld],
  TransmissionReleased: [transmissionReleased],
  ForwardingStarted: [forwardingStarted],
  TransmissionForwarded: [transmissionForwarded],
  TransmissionAcknowledged: [transmissionAcknowledged],
  AnswerRefused: [answerRefused],
  StateElementsRead: [stateElementsRead],
  StateElementsCounted: [stateElementsCounted],
} as const satisfies Record<string, readonly z.ZodType[]>;

export type EventType = keyof typeof catalog;

type Newest<Versions extends readonly z.ZodType[]> = Versions extends readonly [...z.ZodType[], infer Last]
  ? Last
  : never;

/** The payload of an event type in its newest schema version. */
export type Payload<T extends EventType> = z.infer<Newest<(typeof catalog)[T]>>;
