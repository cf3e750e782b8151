/** Buttons of notifications on Linux, the place that one takes of another, and the right to come to the front. */
import { describe, expect, test } from 'vitest';
import type { StageOptions } from './notification-stage.ts';
import { setNotificationStage } from './notification-stage.ts';

function stage(options?: StageOptions) {
  const it = setNotificationStage(options);
  const done: string[] = [];
  const act = (what: string) => () => void done.push(what);
  const button = (label: string, what = label) => ({ label, onClick: act(what) });
  const tell = (title: string, buttons = [button('Mute'), button('Feedback')]) =>
    it.show(title, { onClick: act(`open ${title}`), clickLabel: 'Details', buttons });
  /** Calls over the bus take several turns. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await it.pass(0);
  };
  return { ...it, done, act, button, tell, settle };
}

describe('what a server offers', () => {
  const full = ['Details', 'Mute', 'Feedback'];
  test.each<readonly [string, readonly unknown[] | undefined, readonly string[]]>([
    ['actions', ['body', 'actions'], full],
    // notify-osd would show a dialog that takes the focus.
    ['no actions', ['body', 'body-markup'], []],
    ['nothing', [], []],
    ['what is no list of words', [7], []],
    ['more than anybody has', Array.from({ length: 200 }, () => 'actions'), []],
    ['no answer but an error', undefined, []],
  ])('%s', async (_what, capabilities, labels) => {
    const it = stage({ capabilities });
    it.tell('Calls is down');
    await it.settle();
    expect([it.screen(), it.labelsOf('Calls is down')]).toEqual([['Calls is down'], labels]);
  });

  test('is asked once, and again of the next server', async () => {
    const it = stage({ capabilities: ['actions'] });
    it.tell('Calls is down');
    await it.settle();
    it.restart();
    it.tell('Pads is down');
    await it.settle();
    expect(it.labelsOf('Pads is down')).toEqual(full);
  });

  test('more buttons than desktops have room for are left out', async () => {
    const it = stage();
    it.tell(
      'Calls is down',
      ['1', '2', '3', '4'].map((label) => it.button(label)),
    );
    await it.settle();
    expect(it.labelsOf('Calls is down')).toEqual(['Details', '1', '2', '3']);
  });

  test('what says nothing of a click opens the app', async () => {
    const it = stage();
    it.show('Coop Tray keeps running');
    await it.settle();
    expect(it.labelsOf('Coop Tray keeps running')).toEqual(['Open']);
  });
});

describe('a press', () => {
  test.each([
    [undefined, 'open Calls is down'],
    ['Mute', 'Mute'],
    ['Feedback', 'Feedback'],
  ])('of %s does what it says, once, and the notification leaves', async (label, what) => {
    const it = stage();
    it.tell('Calls is down');
    await it.settle();
    const id = it.idOf('Calls is down');
    it.press('Calls is down', label);
    it.signal('ActionInvoked', [id, 'default']);
    await it.settle();
    expect([it.done, it.screen()]).toEqual([[what], []]);
  });

  test('of a button of the one before does not press one of the new', async () => {
    const it = stage();
    const first = it.tell('Calls is down', [it.button('Mute', 'mute calls')]);
    await it.settle();
    it.show('Pads is down', { replaces: first, buttons: [it.button('Mute', 'mute pads')] });
    await it.settle();
    // It was on its way while the server changed the text.
    it.signal('ActionInvoked', [it.idOf('Pads is down'), '1-0']);
    expect(it.done).toEqual([]);
    it.press('Pads is down', 'Mute');
    expect(it.done).toEqual(['mute pads']);
  });

  test.each([
    ['comes after its end, as with awesome', 0, ['Mute']],
    ['comes long after it was put away', 2000, []],
  ])('that %s', async (_what, afterMs, done) => {
    const it = stage();
    it.tell('Calls is down');
    await it.settle();
    it.signal('NotificationClosed', [it.idOf('Calls is down'), 2]);
    await it.pass(afterMs);
    it.press('Calls is down', 'Mute');
    it.press('Calls is down', 'Mute');
    expect([it.done, it.closed()]).toEqual([done, []]);
  });

  test.each([
    ['expired: a list of past ones may still show its buttons', 1, ['Mute']],
    ['was put away', 2, []],
    ['was taken back', 3, []],
    ['left for another reason', 4, []],
  ])('of one that %s', async (_what, reason, done) => {
    const it = stage();
    it.tell('Calls is down');
    await it.settle();
    it.signal('NotificationClosed', [it.idOf('Calls is down'), reason]);
    await it.pass(2000);
    it.press('Calls is down', 'Mute');
    expect(it.done).toEqual(done);
  });

  test('after the server restarted is not taken for that of another program’s', async () => {
    const it = stage();
    it.tell('Calls is down');
    await it.settle();
    it.restart(['You have mail']);
    it.signal('ActionInvoked', [1, 'default']);
    expect(it.done).toEqual([]);
  });
});

describe('in the place of another', () => {
  test('it has its id, and no other is touched', async () => {
    const it = stage();
    const first = it.tell('Calls is down');
    it.tell('Pads is down');
    await it.settle();
    const id = it.idOf('Calls is down');
    it.show('Calls is up again', { replaces: first });
    await it.settle();
    expect(it.screen()).toEqual(['Calls is up again', 'Pads is down']);
    expect([it.idOf('Calls is up again'), it.closed()]).toEqual([id, []]);
  });

  test.each(['new id', 'new id beside the old'] as const)(
    'on a server that gives it a %s, the old one does not stay',
    async (replace) => {
      const it = stage({ replace });
      const first = it.tell('Calls is down');
      await it.settle();
      const second = it.show('Calls is up again', { replaces: first });
      await it.settle();
      expect(it.screen()).toEqual(['Calls is up again']);
      second.withdraw();
      await it.settle();
      expect(it.screen()).toEqual([]);
    },
  );

  test('on a server that would keep the old buttons, it has its own', async () => {
    const it = stage({ name: 'lxqt-notificationd' });
    const first = it.tell('Calls is down');
    await it.settle();
    it.show('Calls is up again', { replaces: first, buttons: [it.button('Feedback')] });
    await it.settle();
    expect(it.screen()).toEqual(['Calls is up again']);
    expect(it.labelsOf('Calls is up again')).toEqual(['Open', 'Feedback']);
  });

  test.each([
    ['was put away', 'NotificationClosed', 2],
    ['expired', 'NotificationClosed', 1],
  ])('of one that %s it is shown all the same', async (_what, member, reason) => {
    const it = stage();
    const first = it.tell('Calls is down');
    await it.settle();
    it.signal(member, [it.idOf('Calls is down'), reason]);
    it.show('Calls is up again', { replaces: first });
    await it.settle();
    expect(it.screen()).toContain('Calls is up again');
  });

  test('after the server restarted it is a new one, and another program’s stays', async () => {
    const it = stage();
    const first = it.tell('Calls is down');
    await it.settle();
    it.restart(['You have mail']);
    it.show('Calls is up again', { replaces: first });
    first.withdraw();
    await it.settle();
    expect(it.screen()).toEqual(['You have mail', 'Calls is up again']);
  });

  test('of one that was never shown, what that would have replaced is replaced', async () => {
    const it = stage();
    const first = it.tell('Calls is slow');
    await it.settle();
    it.hang();
    const second = it.show('Calls is down', { replaces: first });
    it.show('Calls is up again', { replaces: second });
    it.goOn();
    await it.settle();
    expect(it.screen()).toEqual(['Calls is up again']);
  });

  test('taken back before it was shown, what it would have replaced leaves', async () => {
    const it = stage();
    const first = it.tell('Calls is down');
    await it.settle();
    it.hang();
    const second = it.show('Calls is still down', { replaces: first });
    second.withdraw();
    it.goOn();
    await it.settle();
    expect(it.screen()).toEqual([]);
  });
});

describe('the right to come to the front', () => {
  const token = 'kwin-7_TIME0';
  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['is handed on before the click', ['ID', token], [token]],
    ['of another notification is not', [99, token], []],
    ['that is no word is not', ['ID', 'two words'], []],
    ['that is empty is not', ['ID', ''], []],
    ['that is endless is not', ['ID', 'x'.repeat(2000)], []],
    ['that is no text is not', ['ID', 7], []],
  ])('%s', async (_what, body, expected) => {
    const it = stage();
    it.tell('Calls is down');
    await it.settle();
    it.signal(
      'ActivationToken',
      body.map((one) => (one === 'ID' ? it.idOf('Calls is down') : one)),
    );
    it.press('Calls is down');
    expect([it.tokens(), it.done]).toEqual([expected, ['open Calls is down']]);
  });

  test('is used once', async () => {
    const it = stage();
    it.tell('Calls is down');
    it.tell('Pads is down');
    await it.settle();
    it.signal('ActivationToken', [it.idOf('Calls is down'), token]);
    it.press('Calls is down');
    it.press('Pads is down');
    expect(it.tokens()).toEqual([token]);
  });
});

test('the end of the app takes all back, since nobody would answer their buttons', async () => {
  const it = stage();
  it.tell('Calls is down');
  it.tell('Pads is down');
  await it.settle();
  it.notifications.dispose();
  expect(it.screen()).toEqual([]);
});

test('only the server that gave an id is asked to close it, and none is started for that', async () => {
  const it = stage();
  it.tell('Calls is down').withdraw();
  const notice = it.tell('Pads is down');
  await it.settle();
  notice.withdraw();
  await it.settle();
  expect(it.closedAt().filter((name) => name !== ':1.9')).toEqual([]);
  expect(it.closedAt()).not.toEqual([]);
});

test.each([
  [
    'entities where the server reads markup',
    ['body-markup'],
    'Tools &amp; Toys &lt;b&gt;now&lt;/b&gt; &lt;3 &amp;lt;',
  ],
  ['as they are where it does not', ['body'], 'Tools & Toys <\u200Bb>now<\u200B/b> <\u200B3 &lt;'],
  [
    'as they are where it does not say',
    undefined,
    'Tools & Toys <\u200Bb>now<\u200B/b> <\u200B3 &lt;',
  ],
])('signs in a text are %s', async (_what, capabilities, expected) => {
  const it = stage({ capabilities });
  it.tell('Calls is down');
  await it.settle();
  expect(it.bodyOf('Calls is down')).toBe(expected);
});
