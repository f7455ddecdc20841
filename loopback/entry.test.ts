import { beforeEach, describe, expect, it } from 'vitest';
import { CODE_LIFE, createEntry, type Entry } from './entry.ts';

let now = 0;
let entry: Entry;
beforeEach(() => {
  now = 1000;
  entry = createEntry(() => now);
});

/** The first load of a new window. */
function enterAnew() {
  const ticket = entry.open(entry.newCode());
  const load = ticket === null ? null : entry.enter(ticket);
  if (!ticket || !load) throw new Error('a fresh code opens');
  return { ticket, load };
}

describe('a code', () => {
  it('opens one window and no second', () => {
    const code = entry.newCode();
    expect(entry.open(code)).toMatch(/^[\w-]{43}$/);
    expect(entry.open(code)).toBeNull();
  });

  it('is worth nothing after its life', () => {
    const code = entry.newCode();
    now += CODE_LIFE + 1;
    expect(entry.open(code)).toBeNull();
  });

  it('is good to its last moment', () => {
    const code = entry.newCode();
    now += CODE_LIFE;
    expect(entry.open(code)).not.toBeNull();
  });

  it.each(['', 'guess', 'A'.repeat(43)])('that nobody was given opens nothing: %j', (guess) => {
    entry.newCode();
    expect(entry.open(guess)).toBeNull();
  });

  it('is another one every time', () => {
    const codes = Array.from({ length: 100 }, () => entry.newCode());
    expect(new Set(codes).size).toBe(100);
  });
});

describe('a ticket', () => {
  it('gives the key of one load and the ticket of the next', () => {
    const { load } = enterAnew();
    expect(entry.connectionOf(load.key)).toMatch(/^page-/);
    const reload = entry.enter(load.ticket);
    expect(reload?.key).not.toBe(load.key);
    expect(entry.connectionOf(reload?.key ?? '')).toBe(entry.connectionOf(reload?.key ?? ''));
  });

  it('answers the same again while its key is unused: a reload in mid-exchange locks nobody out', () => {
    const { ticket, load } = enterAnew();
    expect(entry.enter(ticket)).toEqual(load);
  });

  it('opens nothing once its key was used: a copy taken later is worthless', () => {
    const { ticket, load } = enterAnew();
    entry.connectionOf(load.key);
    expect(entry.enter(ticket)).toBeNull();
  });

  it('keeps the window: the signed-in person stays over a reload', () => {
    const { load } = enterAnew();
    const before = entry.connectionOf(load.key);
    const reload = entry.enter(load.ticket);
    expect(entry.connectionOf(reload?.key ?? '')).toBe(before);
  });

  it.each(['', 'guess'])('that nobody was given opens nothing: %j', (guess) => {
    enterAnew();
    expect(entry.enter(guess)).toBeNull();
  });
});

describe('a key', () => {
  it('ends when the key of the next load is used', () => {
    const { load } = enterAnew();
    entry.connectionOf(load.key);
    const reload = entry.enter(load.ticket);
    expect(entry.connectionOf(load.key)).toBeDefined();
    entry.connectionOf(reload?.key ?? '');
    expect(entry.connectionOf(load.key)).toBeUndefined();
  });

  it('of one window says nothing about another', () => {
    const [one, other] = [enterAnew(), enterAnew()];
    expect(entry.connectionOf(one.load.key)).not.toBe(entry.connectionOf(other.load.key));
  });

  it('that nobody was given names no window', () => {
    enterAnew();
    expect(entry.connectionOf('')).toBeUndefined();
    expect(entry.connectionOf('guess')).toBeUndefined();
  });
});
