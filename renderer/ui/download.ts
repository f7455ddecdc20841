import type { Result } from '../../domain/result.ts';
import { desk } from '../app/bridge.ts';
import { fromBase64 } from './base64.ts';

export interface Attachment {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a whole attachment from the desk, chunk by chunk. `onProgress` gets the share read, 0 to 1. */
export async function downloadAttachment(
  caseId: string,
  attachmentId: string,
  onProgress: (share: number) => void,
): Promise<Result<Attachment, string>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  try {
    for (;;) {
      const answer = await desk.attachments.read({ caseId, attachmentId, offset });
      if (!answer.ok) return answer;
      const { data, size, mime, name } = answer.value;
      const part = fromBase64(data);
      parts.push(part);
      offset += part.length;
      onProgress(size > 0 ? offset / size : 1);
      if (part.length === 0 || offset >= size) {
        const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
        return { ok: true, value: { name, mime, bytes } };
      }
    }
  } catch {
    return { ok: false, refusal: { code: 'no-answer' } };
  }
}
