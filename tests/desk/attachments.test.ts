import { randomBytes } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHUNK } from '../../contract/attachments.ts';
import { clerk, id, leader } from './madeUp.ts';
import { type Desk, openWorkplace } from './workplace.ts';

let desk: Desk;
let caseId: string;
beforeEach(async () => {
  desk = openWorkplace();
  caseId = await desk.register();
});
afterEach(() => desk.close());

/** A made-up scan of so many bytes. */
const scan = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
const files = () => readdirSync(join(desk.folder, 'attachments')).sort();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

async function send(bytes: Buffer, uploadId = id()): Promise<string> {
  for (let offset = 0; offset === 0 || offset < bytes.length; offset += CHUNK) {
    const data = base64(bytes.subarray(offset, offset + CHUNK));
    await desk.must(clerk, 'attachments', 'append', { uploadId, offset, data });
  }
  return uploadId;
}
const finishing = (uploadId: string, name = '来信.pdf') => ({ commandId: id(), caseId, uploadId, name });
async function add(bytes: Buffer, name = '来信.pdf'): Promise<string> {
  const input = finishing(await send(bytes), name);
  return (await desk.must(clerk, 'attachments', 'finish', input)).attachmentId;
}
async function readAll(attachmentId: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let offset = 0; ; offset += parts.at(-1)?.length ?? 0) {
    const { data, size } = await desk.must(clerk, 'attachments', 'read', { caseId, attachmentId, offset });
    parts.push(Buffer.from(data, 'base64'));
    if (offset + (parts.at(-1)?.length ?? 0) >= size) return Buffer.concat(parts);
  }
}

describe('an attachment', () => {
  it.each([
    ['of one byte more than a chunk', CHUNK + 1],
    ['of whole chunks', 2 * CHUNK],
    ['that is small', 100],
  ])('%s comes back as it was handed in', async (_size, length) => {
    const bytes = scan(length);
    expect((await readAll(await add(bytes))).equals(bytes)).toBe(true);
  });

  it('stands in the case, with what it is, and only sealed on the disk', async () => {
    const text = Buffer.from('信访人张德福的来信全文。');
    const attachmentId = await add(text, '..\\来信.exe');
    const { attachments, timeline } = await desk.must(clerk, 'cases', 'get', { caseId });
    expect(attachments).toEqual([
      {
        ...{ attachmentId, name: '来信.exe.txt', mime: 'text/plain', size: text.length },
        ...{ addedAt: '2026-03-02T09:15:00+08:00', here: true },
      },
    ]);
    expect(timeline.at(-1)?.type).toBe('attachment-added');
    expect(files()).toEqual([`${attachmentId}.sealed`]);
    const sealed = readFileSync(join(desk.folder, 'attachments', `${attachmentId}.sealed`));
    expect(sealed.includes(text.subarray(0, 12))).toBe(false);
  });

  it('is kept once, however often the page asks', async () => {
    const bytes = scan(50);
    const uploadId = await send(bytes);
    const input = finishing(uploadId);
    const first = await desk.must(clerk, 'attachments', 'finish', input);
    expect(await desk.must(clerk, 'attachments', 'finish', input)).toEqual(first);
    expect(await desk.must(clerk, 'attachments', 'finish', finishing(uploadId))).toEqual(first);
    // After a lost answer the page sends the file anew, under the command of the first try.
    const again = { ...input, uploadId: await send(bytes) };
    expect(await desk.must(clerk, 'attachments', 'finish', again)).toEqual(first);
    const another = { ...input, uploadId: await send(scan(51)) };
    expect(await desk.refused(clerk, 'attachments', 'finish', another)).toEqual({ code: 'saved-before' });
    expect((await desk.must(clerk, 'cases', 'get', { caseId })).attachments).toHaveLength(1);
    expect(files()).toEqual([`${first.attachmentId}.sealed`]);
  });
});

describe('an upload', () => {
  it('goes on where it was cut off, and a chunk sent twice is one', async () => {
    const bytes = scan(2 * CHUNK + 10);
    const uploadId = id();
    const chunk = (n: number) => {
      const data = base64(bytes.subarray(n * CHUNK, (n + 1) * CHUNK));
      return { uploadId, offset: n * CHUNK, data };
    };
    await desk.must(clerk, 'attachments', 'append', chunk(0));
    expect(await desk.refused(clerk, 'attachments', 'append', chunk(2))).toEqual({
      ...{ code: 'wrong-offset', detail: { offset: CHUNK } },
    });
    await desk.must(clerk, 'attachments', 'append', chunk(1));
    await desk.must(clerk, 'attachments', 'append', chunk(1));
    // A power cut in the middle of a write leaves half a chunk.
    truncateSync(join(desk.folder, 'attachments', `${uploadId}.part`), CHUNK + 28 + 1000);
    expect(await desk.refused(clerk, 'attachments', 'finish', finishing(uploadId))).toEqual({
      code: 'unknown-upload',
    });
    await desk.must(clerk, 'attachments', 'append', chunk(1));
    expect(await desk.must(clerk, 'attachments', 'append', chunk(2))).toEqual({ offset: bytes.length });
    const { attachmentId } = await desk.must(clerk, 'attachments', 'finish', finishing(uploadId));
    expect((await readAll(attachmentId)).equals(bytes)).toBe(true);
  });

  it('of which nothing came, or only an empty file, is refused', async () => {
    expect(await desk.refused(clerk, 'attachments', 'finish', finishing(id()))).toEqual({
      code: 'unknown-upload',
    });
    const empty = await send(Buffer.alloc(0));
    expect(await desk.refused(clerk, 'attachments', 'finish', finishing(empty))).toEqual({
      code: 'empty-file',
    });
    expect(files()).toEqual([]);
  });

  it('of a program is refused whatever its name, and thrown away', async () => {
    const uploadId = await send(Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]));
    const input = finishing(uploadId, '照片.jpg');
    expect(await desk.refused(clerk, 'attachments', 'finish', input)).toEqual({ code: 'type-not-allowed' });
    expect(files()).toEqual([]);
  });

  it('of more than 50 MiB, or of rubbish, is not written', async () => {
    const big = { uploadId: id(), offset: 100 * CHUNK, data: base64(Buffer.alloc(1)) };
    expect(await desk.refused(clerk, 'attachments', 'append', big)).toEqual({ code: 'too-large' });
    const rubbish = { uploadId: id(), offset: 0, data: '不是 base64' };
    expect(await desk.refused(clerk, 'attachments', 'append', rubbish)).toMatchObject({
      code: 'invalid-input',
    });
    const path = { uploadId: '../../../escape', offset: 0, data: '' };
    expect(await desk.refused(clerk, 'attachments', 'append', path)).toMatchObject({ code: 'invalid-input' });
    const wide = { uploadId: id(), offset: 0, data: base64(Buffer.alloc(CHUNK + 1)) };
    expect(await desk.refused(clerk, 'attachments', 'append', wide)).toMatchObject({ code: 'wrong-offset' });
  });

  it('never writes over an attachment that is there', async () => {
    const attachmentId = await add(scan(60));
    const input = { uploadId: attachmentId, offset: 0, data: base64(scan(60)) };
    expect(await desk.refused(clerk, 'attachments', 'append', input)).toMatchObject({ code: 'wrong-offset' });
  });

  it('among very many unfinished ones lasts while it is gone on with: the longest untouched gives way', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 25; i += 1) {
      ids.push(await send(scan(60)));
      const at = new Date(Date.now() - (60 - i) * 1000);
      utimesSync(join(desk.folder, 'attachments', `${ids[i]}.part`), at, at);
    }
    expect(files()).toEqual(
      ids
        .slice(5)
        .map((one) => `${one}.part`)
        .sort(),
    );
  });

  it('that nobody went on with for a day is gone when the next one begins', async () => {
    const left = join(desk.folder, 'attachments', `${await send(scan(60))}.part`);
    const fresh = join(desk.folder, 'attachments', `${await send(scan(60))}.part`);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(left, twoDaysAgo, twoDaysAgo);
    await send(scan(60));
    expect([existsSync(left), existsSync(fresh)]).toEqual([false, true]);
  });
});

describe('reading back', () => {
  const damaged = (attachmentId: string, offset = 0) =>
    desk.refused(clerk, 'attachments', 'read', { caseId, attachmentId, offset });
  const fileOf = (attachmentId: string) => join(desk.folder, 'attachments', `${attachmentId}.sealed`);

  it('notices a changed bit, a missing end and exchanged files', async () => {
    const [one, two] = [await add(scan(CHUNK + 50)), await add(scan(CHUNK + 50))];
    const good = readFileSync(fileOf(one));
    const flipped = Buffer.from(good);
    flipped[CHUNK + 40] = (flipped[CHUNK + 40] ?? 0) ^ 1;
    writeFileSync(fileOf(one), flipped);
    expect((await desk.call(clerk, 'attachments', 'read', { caseId, attachmentId: one, offset: 0 })).ok).toBe(
      true,
    );
    expect(await damaged(one, CHUNK)).toEqual({ code: 'damaged-attachment' });
    writeFileSync(fileOf(one), good.subarray(0, CHUNK + 28));
    expect(await damaged(one)).toEqual({ code: 'damaged-attachment' });
    writeFileSync(fileOf(one), readFileSync(fileOf(two)));
    expect(await damaged(one)).toEqual({ code: 'damaged-attachment' });
  });

  it('says which attachments are not on this computer', async () => {
    const attachmentId = await add(scan(60));
    renameSync(fileOf(attachmentId), `${fileOf(attachmentId)}.away`);
    const { attachments } = await desk.must(leader, 'cases', 'get', { caseId });
    expect(attachments.map((a) => a.here)).toEqual([false]);
    expect(await damaged(attachmentId)).toEqual({ code: 'unknown-attachment' });
    expect(await damaged(id())).toEqual({ code: 'unknown-attachment' });
  });
});
