import { expect, it } from 'vitest';
import { openFact } from './fact.ts';
import { type Frame, NO_HASH } from './frame.ts';

// Made-up people and towns.
const AT = '2026-03-02T09:00:00+08:00';
const frame = (change: Partial<Frame> = {}): Frame => ({
  ...{ alg: 'ed25519-sha256', stream: 's-1', seq: 4, prev: NO_HASH, id: 'event-4', type: 'note-added', v: 1 },
  ...{ case: 'case-1', scope: '', custody: 2, actor: '{"id":"p-1","name":"罗秀英"}', hlc: '' },
  ...{
    claimed: AT,
    entered: AT,
    clk: { off: null, src: 'none' as const },
    blobs: [],
    body: '{"text":"已联系"}',
  },
  ...change,
});

const attachment = (attachmentId: string): Partial<Frame> => ({
  type: 'attachment-added',
  body: JSON.stringify({ attachmentId, name: 'a.pdf', mime: '', size: 1, sha256: '0'.repeat(64) }),
});

it('a frame of a known kind is the fact in it', () => {
  expect(openFact(frame(), '441481104')).toEqual({
    ...{ id: 'event-4', stream: 's-1', seq: 4, caseId: 'case-1', custody: 2, unit: '441481104' },
    ...{ actor: { id: 'p-1', name: '罗秀英' }, claimed: AT, entered: AT },
    event: { type: 'note-added', body: { text: '已联系' } },
  });
});

it.each([
  ['a newer version', { v: 2 }],
  ['an unknown type', { type: 'moon-landed' }],
  ['the name of something that every object has', { type: 'constructor' }],
])('JD1 PL3 %s is for a newer program', (_name, change) => {
  expect(openFact(frame(change), '1')).toBe('unknown-type');
});

it.each([
  ['a body of another shape', { body: '{"text":7}' }],
  ['a body that is no JSON', { body: '{' }],
  ['a body that is no object', { body: 'null' }],
  ['an actor that is no JSON', { actor: 'x' }],
  ['an actor without a name', { actor: '{"id":"p-1","name":""}' }],
  ['a time that is none', { claimed: 'yesterday' }],
  ['a time without an offset', { entered: '2026-03-02T09:00:00' }],
  ['a day that cannot be', { entered: '2026-13-02T09:00:00+08:00' }],
  ['U+0000 in a text', { body: '{"text":"\\u0000"}' }],
  ['half a character in a text', { body: '{"text":"\\ud83d"}' }],
  ['an instant whose Beijing day has no four-digit year', { entered: '9999-12-31T23:00:00Z' }],
  ['a case id that no page could ask for', { case: 'case 1' }],
  ['an attachment whose name leads out of its folder', attachment('../../keys')],
  ['an attachment of a case that no page could ask for', attachment('')],
  ['half a character in a name', { actor: '{"id":"p-1","name":"\\ud83d"}' }],
])('JD2 %s is malformed, and never throws', (_name, change) => {
  expect(openFact(frame(change), '1')).toBe('malformed');
});
