import type { Result } from '../../domain/result.ts';
import { desk } from '../app/bridge.ts';
import { newId } from '../stores/commanding.ts';
import { toBase64 } from './base64.ts';

/** Bytes of one chunk, as the contract sets them: every call stays below 1 MiB. */
const CHUNK = 512 * 1024;

/** One command id a file: sending it again after a lost answer does not add it twice. */
const commandIds = new WeakMap<File, string>();

/**
 * Sends a file to the desk in chunks and binds it to the case. `onProgress` gets the share sent, 0 to 1.
 * Answers the first refusal as it is; a call that gets no answer is a refusal `no-answer`.
 */
export async function uploadAttachment(
  caseId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<{ attachmentId: string }, string>> {
  const uploadId = newId();
  const commandId = commandIds.get(file) ?? newId();
  commandIds.set(file, commandId);
  try {
    // An empty file is sent too: the desk says what is wrong with it.
    for (let offset = 0; offset === 0 || offset < file.size; offset += CHUNK) {
      const part = new Uint8Array(await file.slice(offset, offset + CHUNK).arrayBuffer());
      const answer = await desk.attachments.append({ uploadId, offset, data: toBase64(part) });
      if (!answer.ok) return answer;
      onProgress(file.size > 0 ? answer.value.offset / file.size : 1);
    }
    return await desk.attachments.finish({ commandId, caseId, uploadId, name: file.name });
  } catch {
    return { ok: false, refusal: { code: 'no-answer' } };
  }
}
