import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '../domain/result.ts';
import { type CallFunction, createClient } from './client.ts';
import { command, query } from './define.ts';
import { type Caller, createDispatch, type Handlers } from './dispatch.ts';

const contract = {
  desk: {
    hello: query(
      'anyone',
      z.object({ name: z.string().trim().default('你') }),
      z.object({ text: z.string() }),
    ),
    whoAmI: query('signed-in', z.object({}), z.object({ id: z.string(), name: z.string() })),
    write: command(['clerk', 'leader'], z.object({ commandId: z.string() }), z.object({ n: z.number() }), [
      'full',
    ]),
    broken: query('anyone', z.object({ how: z.string() }), z.object({})),
  },
};
const clerk: Caller = { id: 'p-1', name: '罗秀英', roles: ['clerk'] };
const administrator: Caller = { id: 'p-2', name: '陈志强', roles: ['administrator'] };
class FullDisk extends Error {}

function desk(changes: Partial<Handlers<typeof contract>['desk']> = {}) {
  const reported: [unknown, string][] = [];
  const asked: string[] = [];
  const handlers: Handlers<typeof contract> = {
    desk: {
      hello: ({ name }) => ok({ text: `${name}好`, secret: '身份证号' }),
      whoAmI: async (_input, caller) => ok(caller),
      write: ({ commandId }) => {
        asked.push(commandId);
        return commandId === 'last' ? refuse('full', { field: 'commandId' }) : ok({ n: 1 });
      },
      broken: ({ how }) => {
        if (how === 'disk') throw new FullDisk();
        if (how === 'later') return Promise.reject(new Error('later'));
        throw new Error(`张德福的身份证号 ${how}`);
      },
      ...changes,
    },
  };
  const report = (bug: unknown, method: string) => `incident-${reported.push([bug, method])}`;
  const weather = (thrown: unknown) => (thrown instanceof FullDisk ? 'disk-full' : null);
  return { call: createDispatch(contract, handlers, report, weather), reported, asked };
}

describe('what comes in', () => {
  it.each([
    'nothing',
    'desk',
    'desk.',
    'desk.gone',
    '__proto__',
    'desk.__proto__',
    'desk.constructor',
    'constructor.name',
    'toString',
    '',
  ])('a call that is not in the contract is a plain refusal: %j', async (method) => {
    const { call, reported } = desk();
    expect(await call(method, {}, clerk)).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', field: 'method' },
    });
    expect(reported).toEqual([]);
  });

  it('input is parsed before the handler sees it: defaults filled, blanks cut', async () => {
    const { call } = desk();
    expect(await call('desk.hello', {}, null)).toEqual(ok({ text: '你好' }));
    expect(await call('desk.hello', { name: ' 张 ' }, null)).toEqual(ok({ text: '张好' }));
  });

  it.each([
    [{ name: 7 }, 'name'],
    [null, ''],
    [undefined, ''],
    ['text', ''],
    [[], ''],
    [JSON.parse('{"name": {"__proto__": 1}}'), 'name'],
  ])('input that is not of the shape is refused at its field: %j', async (input, field) => {
    expect(await desk().call('desk.hello', input, null)).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', field },
    });
  });

  it('a command without its id is refused and does nothing', async () => {
    const { call, asked } = desk();
    expect(await call('desk.write', {}, clerk)).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', field: 'commandId' },
    });
    expect(asked).toEqual([]);
  });
});

describe('who may', () => {
  it.each([
    ['desk.hello', null, 'ok'],
    ['desk.whoAmI', null, 'not-signed-in'],
    ['desk.whoAmI', administrator, 'ok'],
    ['desk.write', null, 'not-signed-in'],
    ['desk.write', administrator, 'not-allowed'],
    ['desk.write', clerk, 'ok'],
    ['desk.write', { ...administrator, roles: ['administrator', 'leader'] }, 'ok'],
    ['desk.write', { ...clerk, roles: [] }, 'not-allowed'],
  ] as [string, Caller | null, string][])('%s by %j: %s', async (method, caller, expected) => {
    const answer = await desk().call(method, { commandId: 'c' }, caller);
    expect(answer.ok ? 'ok' : answer.refusal.code).toBe(expected);
  });

  it('who may not, is told so before his input is looked at, and nothing is done', async () => {
    const { call, asked } = desk();
    expect(await call('desk.write', 'rubbish', administrator)).toEqual({
      ok: false,
      refusal: { code: 'not-allowed' },
    });
    expect(asked).toEqual([]);
  });

  it('the caller is the session’s, never the input’s', async () => {
    const { call } = desk();
    expect(await call('desk.whoAmI', { id: 'p-9', caller: administrator }, clerk)).toEqual(
      ok({ id: 'p-1', name: '罗秀英' }),
    );
  });
});

describe('what goes out', () => {
  it('fields that the contract does not list never leave', async () => {
    expect(JSON.stringify(await desk().call('desk.hello', {}, null))).not.toContain('身份证号');
  });

  it('refusals of the handler pass as they are', async () => {
    expect(await desk().call('desk.write', { commandId: 'last' }, clerk)).toEqual(
      refuse('full', { field: 'commandId' }),
    );
  });

  it.each(['now', 'later'])(
    'a bug (%s) is reported with its call and answered with the incident number alone',
    async (how) => {
      const { call, reported } = desk();
      expect(await call('desk.broken', { how }, null)).toEqual({
        ok: false,
        refusal: { code: 'internal', detail: { incident: 'incident-1' } },
      });
      expect(reported).toEqual([[expect.any(Error), 'desk.broken']]);
    },
  );

  it('bad weather that is known is told by its own code and is no incident', async () => {
    const { call, reported } = desk();
    expect(await call('desk.broken', { how: 'disk' }, null)).toEqual({
      ok: false,
      refusal: { code: 'disk-full' },
    });
    expect(reported).toEqual([]);
  });

  it('an answer that is not of the contract’s shape is a bug, not half an answer', async () => {
    const { call, reported } = desk({ hello: () => ok({ text: 7 } as never) });
    expect(await call('desk.hello', {}, null)).toMatchObject({ ok: false, refusal: { code: 'internal' } });
    expect(reported.length).toBe(1);
  });
});

it('a call without a handler is found when the desk starts, not when a clerk needs it', () => {
  expect(() => createDispatch(contract, { desk: {} } as never, () => '')).toThrow(
    'desk.hello has no handler',
  );
});

it('the client names the call and passes the input, nothing else', async () => {
  const seen: unknown[][] = [];
  const transport: CallFunction = async (...call) => {
    seen.push(call);
    return ok({ text: '好' });
  };
  const client = createClient(contract, transport);
  expect(await client.desk.hello({ name: '张' })).toEqual(ok({ text: '好' }));
  expect(seen).toEqual([['desk.hello', { name: '张' }]]);
});
