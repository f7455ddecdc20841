import { z } from 'zod';
import { CaseCommand, Id } from './case.ts';
import { command, query } from './define.ts';

const readers = ['clerk', 'mediator', 'leader'] as const;
/** Bytes of one chunk; every call stays below 1 MiB. */
export const CHUNK = 512 * 1024;

/** Made by the page (UUID); names a file, so it is longer than the names that Windows keeps for devices. */
const UploadId = Id.min(8);

export const attachments = {
  /** Chunks of one file, in order; sealed on disk as they arrive. */
  append: query(
    readers,
    z.object({ uploadId: UploadId, offset: z.number().int().min(0), data: z.string().max(700_000) }),
    z.object({ offset: z.number().int() }),
    ['wrong-offset', 'too-large', 'disk-full'],
  ),
  finish: command(
    readers,
    CaseCommand.extend({ uploadId: UploadId, name: z.string().min(1).max(200) }),
    z.object({ attachmentId: Id }),
    ['unknown-case', 'unknown-upload', 'type-not-allowed', 'empty-file'],
  ),
  read: query(
    readers,
    z.object({ caseId: Id, attachmentId: Id, offset: z.number().int().min(0) }),
    z.object({ data: z.string(), size: z.number().int(), mime: z.string(), name: z.string() }),
    ['unknown-attachment', 'damaged-attachment'],
  ),
};
