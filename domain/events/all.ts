import { z } from 'zod';
import type { Actor } from '../person.ts';
import {
  AgreementPerformed,
  ConfirmationApplied,
  ConfirmationDecided,
  MediationRevisited,
} from './agreement.ts';
import {
  AssignmentReported,
  AssignmentSigned,
  ObjectionDecided,
  ObjectionRaised,
  PetitionAssigned,
} from './assignment.ts';
import { DeskStarted, StreamEnrolled } from './directory.ts';
import { PetitionTerminated, RegistrationVoided } from './ending.ts';
import {
  ExtensionApproved,
  ExtensionRefused,
  ExtensionRequested,
  NoticeGiven,
  OpinionIssued,
  PaperServed,
  PetitionAccepted,
  PetitionConcluded,
  PetitionTransferredOut,
} from './handling.ts';
import { OrdinaryHandlingResumed, ResolutionRecorded, SimpleHandlingChosen } from './handlingMode.ts';
import { RouteDecided } from './legalRoute.ts';
import { MediationConcluded, MediationOpened, MediationSessionHeld } from './mediation.ts';
import { PartRegistered, PartSettled, PetitionJoined, PetitionMerged, PetitionSplit } from './parts.ts';
import { AcceptanceRefused } from './refusal.ts';
import { AttachmentAdded, NoteAdded, PetitionRegistered, RegistrationAmended } from './registration.ts';
import {
  HearingHeld,
  ReviewAnswered,
  ReviewOpinionIssued,
  ReviewOpinionServed,
  ReviewRequested,
} from './review.ts';
import { SupplementReceived, SupplementRequested } from './supplement.ts';

/** Every fact that can happen. A shape changes by a new `v` with an upcast, never in place. */
export const DomainEvent = z.discriminatedUnion('type', [
  DeskStarted,
  StreamEnrolled,
  PetitionRegistered,
  RegistrationAmended,
  NoteAdded,
  AttachmentAdded,
  NoticeGiven,
  PetitionAccepted,
  PetitionTransferredOut,
  ExtensionRequested,
  ExtensionApproved,
  ExtensionRefused,
  OpinionIssued,
  PaperServed,
  PetitionConcluded,
  PetitionAssigned,
  AssignmentSigned,
  ObjectionRaised,
  ObjectionDecided,
  AssignmentReported,
  MediationOpened,
  MediationSessionHeld,
  MediationConcluded,
  ConfirmationApplied,
  ConfirmationDecided,
  AgreementPerformed,
  MediationRevisited,
  RouteDecided,
  AcceptanceRefused,
  PetitionTerminated,
  RegistrationVoided,
  SupplementRequested,
  SupplementReceived,
  PetitionMerged,
  PetitionJoined,
  PetitionSplit,
  PartRegistered,
  PartSettled,
  SimpleHandlingChosen,
  OrdinaryHandlingResumed,
  ResolutionRecorded,
  ReviewRequested,
  ReviewAnswered,
  HearingHeld,
  ReviewOpinionIssued,
  ReviewOpinionServed,
]);
export type DomainEvent = z.infer<typeof DomainEvent>;
export type EventType = DomainEvent['type'];
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;

/** Current version of each event shape; older stored versions are upcast on read. */
export const EVENT_VERSION = 1;

/** Steps that move a case to another unit or end it: refused to whoever has meanwhile lost custody (CF3). */
export const CUSTODY_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'petition-accepted',
  'petition-transferred-out',
  'petition-concluded',
  'acceptance-refused',
  'petition-terminated',
  'registration-voided',
  'petition-merged',
  'petition-split',
  'petition-assigned',
  'objection-decided',
]);

/** Only the bureau's stream may write these. */
export const BUREAU_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'petition-assigned',
  'objection-decided',
  'stream-enrolled',
]);

/** An event as it is folded: the fact plus who, when and from which desk. Times are ISO with +08:00. */
export interface Recorded {
  id: string;
  stream: string;
  seq: number;
  caseId: string;
  custody: number;
  unit: string;
  actor: Actor;
  /** What the person says happened when (receipt, service …), Beijing time. */
  claimed: string;
  /** When it was entered, by this device's clock. */
  entered: string;
  event: DomainEvent;
}
