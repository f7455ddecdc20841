import type { DeskContract } from '../contract/deskContract.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { writeAudit } from '../db/auditChain.ts';
import type { EventOf } from '../domain/events/all.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import {
  isHere,
  keepUpload,
  LARGEST,
  readChunk,
  readUpload,
  removeUpload,
  writeChunk,
} from './attachmentFile.ts';
import { instantAt, once, record } from './command.ts';
import { cleanFileName, withEnding } from './fileName.ts';
import { fileTypeOf } from './fileType.ts';
import { seenCase, subjectOf } from './seenCase.ts';
import { CASE_TOPICS } from './takeCaseStep.ts';
import type { At, Workplace } from './workplace.ts';

type Added = EventOf<'attachment-added'>['body'];
type UploadRefusal = 'unknown-upload' | 'empty-file' | 'type-not-allowed';
type FinishAnswer = Result<{ attachmentId: string }, UploadRefusal | 'unknown-case'>;

/** Refusals after which the same upload can never become an attachment. */
const USELESS: ReadonlySet<string> = new Set(['type-not-allowed', 'empty-file', 'saved-before']);

/** Material of a case: sent in chunks, sealed as it arrives, named by a fact once it is complete and known. */
export const attachments = (at: At): Handlers<DeskContract>['attachments'] => ({
  append({ uploadId, offset, data }) {
    const here = at();
    const clear = Buffer.from(data, 'base64');
    if (clear.toString('base64') !== data) return refuse('invalid-input', { field: 'data' });
    if (offset + clear.length > LARGEST) {
      removeUpload(here, uploadId);
      return refuse('too-large');
    }
    try {
      const { written, offset: next } = writeChunk(here, uploadId, offset, clear);
      return written ? ok({ offset: next }) : refuse('wrong-offset', { detail: { offset: next } });
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      removeUpload(here, uploadId);
      return refuse('disk-full');
    }
  },

  finish({ commandId, caseId, uploadId, name }, caller) {
    const here = at();
    // Outside the transaction: reading and hashing up to 50 MiB would hold the database meanwhile.
    const upload = describeUpload(here, uploadId, name);
    // By its content: a retry after a lost answer sends the same file under another upload id.
    const input = { caseId, name, sha256: upload.ok ? upload.value.sha256 : upload.refusal.code };
    const command = { method: 'attachments.finish', commandId, topics: CASE_TOPICS, input };
    const answer = once(here, command, (): FinishAnswer => {
      const state = seenCase(here, caller, caseId);
      if (!state) return refuse('unknown-case');
      if (state.attachments.some((a) => a.attachmentId === uploadId)) return ok({ attachmentId: uploadId });
      if (!upload.ok) return upload;
      // On disk before the fact that names it.
      keepUpload(here, uploadId);
      const event = { type: 'attachment-added' as const, body: upload.value };
      record(here, caller, subjectOf(state), instantAt(here), [event]);
      return ok({ attachmentId: uploadId });
    });
    // Refused for good, or a retry under another upload id whose first answer was lost.
    const useless = answer.ok ? answer.value.attachmentId !== uploadId : USELESS.has(answer.refusal.code);
    if (useless) removeUpload(here, uploadId);
    return answer;
  },

  read({ caseId, attachmentId, offset }, caller) {
    const here = at();
    const found = seenCase(here, caller, caseId)?.attachments.find((a) => a.attachmentId === attachmentId);
    if (!found || !isHere(here, attachmentId)) return refuse('unknown-attachment');
    const { size, mime, name } = found;
    const chunk = readChunk(here, attachmentId, size, offset);
    if (!chunk) return refuse('damaged-attachment');
    if (offset === 0) {
      const entry = { at: instantAt(here), person: caller.id, act: 'attachment-read', ref: attachmentId };
      here.db.write(() => writeAudit(here.db.orm, entry));
    }
    return ok({ data: chunk.toString('base64'), size, mime, name });
  },
});

/** What a fact says of a complete upload, by its content; the name is given the ending of what it really is. */
function describeUpload(at: Workplace, uploadId: string, name: string): Result<Added, UploadRefusal> {
  const upload = readUpload(at, uploadId);
  if (!upload) return refuse('unknown-upload');
  const { bytes, sha256 } = upload;
  if (bytes.length === 0) return refuse('empty-file');
  const type = fileTypeOf(bytes);
  if (!type) return refuse('type-not-allowed');
  return ok({
    attachmentId: uploadId,
    name: withEnding(cleanFileName(name), type.endings),
    mime: type.mime,
    size: bytes.length,
    sha256,
  });
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
