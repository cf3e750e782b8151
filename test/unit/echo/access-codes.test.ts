/** An access code is only sent to the room that requested it. */
import { describe, expect, test } from 'vitest';
import { askGreenlight3 } from '../../../main/features/echo/greenlight-3.ts';
import { EchoError } from '../../../main/features/echo/failed.ts';
import type { RoomPage } from '../../../main/features/echo/room-page.ts';
import type { FindRoom } from '../../../main/features/echo/rooms.ts';
import { failure } from '../../../shared/echo/failure.ts';
import { fakeClock } from '../clock.ts';
import { stage } from './stage.ts';

/** Rooms that require the same code, the target of each URL, and what each room received. */
function rooms() {
  const told: [string, string | undefined][] = [];
  const leadsTo = new Map<string, string>();
  const files = new Map<string, string>();
  const findRoom: FindRoom = async (target) => {
    const address = leadsTo.get(target.address) ?? target.address;
    return {
      address,
      host: new URL(address).host,
      join: async ({ accessCode }) => {
        told.push([address, accessCode]);
        const code = accessCode === undefined ? 'access-code-required' : 'access-code-wrong';
        throw new EchoError(failure(code, 'join'));
      },
    };
  };
  const open = () => stage({ findRoom, files });
  const run = async (
    on: ReturnType<typeof open>,
    ids: readonly string[],
    codes: readonly string[] = [],
  ) => {
    told.length = 0;
    const accessCodes = codes.map((instanceId) => ({ instanceId, code: `for ${instanceId}` }));
    await on.echo.start({ instanceIds: ids, accessCodes, withSecret: false });
    await on.finish();
    return told.toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  return { open, run, leadsTo };
}
const [roomA, roomB] = ['https://a.example/r', 'https://b.example/r'];

describe('a code', () => {
  test('goes to its own room while two are compared', async () => {
    const { open, run } = rooms();
    const on = open();
    await run(on, ['a', 'b']);
    expect(await run(on, ['a', 'b'], ['a'])).toEqual([
      [roomA, 'for a'],
      [roomA, 'for a'],
      [roomB, undefined],
      [roomB, undefined],
    ]);
    expect(new Map(await run(on, ['a', 'b'], ['a', 'b']))).toEqual(
      new Map([
        [roomA, 'for a'],
        [roomB, 'for b'],
      ]),
    );
  });

  test('goes to no room that has not asked', async () => {
    const { open, run } = rooms();
    expect(await run(open(), ['a'], ['a'])).toEqual([[roomA, undefined]]);
  });

  test.each<[string, (it: ReturnType<typeof rooms>, on: ReturnType<typeof stage>) => void]>([
    [
      'the document names another room for the server',
      (_it, { echo }) => echo.setInstances([{ id: 'a', name: 'A', room: 'https://a.example/q' }]),
    ],
    [
      'another server has its id',
      (_it, { echo }) => echo.setInstances([{ id: 'a', name: 'A', room: roomB }]),
    ],
    ['its short link leads elsewhere', ({ leadsTo }) => leadsTo.set(roomA, roomB)],
  ])('goes nowhere once %s, and to the new room once that has asked', async (_what, change) => {
    const it = rooms();
    const on = it.open();
    await it.run(on, ['a']);
    change(it, on);
    expect(await it.run(on, ['a'], ['a'])).toMatchObject([[expect.any(String), undefined]]);
    expect(await it.run(on, ['a'], ['a'])).toMatchObject([[expect.any(String), 'for a']]);
  });

  test('goes to the host that asked before the app was started anew, and to no other', async () => {
    const it = rooms();
    await it.run(it.open(), ['a', 'b']);
    const next = it.open();
    await next.echo.restore();
    it.leadsTo.set(roomB, 'https://elsewhere.example/r');
    expect(new Map(await it.run(next, ['a', 'b'], ['a', 'b']))).toEqual(
      new Map([
        [roomA, 'for a'],
        ['https://elsewhere.example/r', undefined],
      ]),
    );
  });
});

describe('a room of Greenlight 3', () => {
  const asking = (wants: boolean) => {
    const asked: string[] = [];
    const page = {
      evaluate: async (code: string) => {
        asked.push(code);
        const data = code.includes('public.json')
          ? { viewer_access_code: wants }
          : { status: true, joinUrl: 'https://a.example/join' };
        return { status: 200, body: JSON.stringify({ data }) };
      },
    } as unknown as RoomPage;
    const { signal } = new AbortController();
    const joining = askGreenlight3(
      { clock: fakeClock(), page, signal },
      { below: '', roomId: 'abc' },
      {
        name: 'Ada',
        accessCode: '4711-4711',
      },
    );
    return { asked, joining };
  };

  test.each([true, false])('that wants a code: %s, is told one only then', async (wants) => {
    const { asked, joining } = asking(wants);
    await joining;
    expect(asked.join('').includes('4711-4711')).toBe(wants);
  });
});
