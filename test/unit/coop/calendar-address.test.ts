/** What people copy when they are asked for the address of a calendar. */
import { describe, expect, test } from 'vitest';
import { calendarAddress, isSecretAddress } from '../../../shared/coop/calendar-address.ts';
import { expectSentences, problemsOf } from './written.ts';

const ical = 'https://calendar.google.com/calendar/ical';
const exported = 'https://cloud.example/remote.php/dav/public-calendars/XB3I2CBWF9XSL5EM?export';

test.each<[string, string, string | undefined]>([
  ['ICS', 'https://a.example/team.ics', 'https://a.example/team.ics'],
  ['with a query', 'https://a.example/?ical=1&x=2', 'https://a.example/?ical=1&x=2'],
  ['blanks around it', '  https://a.example/x.ics\n', 'https://a.example/x.ics'],
  ['a fragment', 'https://a.example/x.ics#top', 'https://a.example/x.ics'],
  [
    'webcal',
    'webcal://p12.icloud.example/published/2/ab',
    'https://p12.icloud.example/published/2/ab',
  ],
  ['webcals, in capitals', 'WEBCALS://a.example/x.ics', 'https://a.example/x.ics'],
  // asap-hub 4998
  ['webcal before https', 'webcal:https://a.example/x.ics', 'https://a.example/x.ics'],
  ['webcal before https, as an address', 'webcal://https://a.example/x', 'https://a.example/x'],
  ['brackets around it', '<https://a.example/x.ics>', 'https://a.example/x.ics'],
  ['quotes around it', '“https://a.example/x.ics”', 'https://a.example/x.ics'],
  ['http stays, to be refused', 'http://a.example/x.ics', 'http://a.example/x.ics'],
  ['no scheme', 'calendar.google.com/calendar', undefined],
  ['a name', 'our calendar', undefined],
  ['a file', 'file:///etc/passwd', undefined],
  ['a script', 'javascript:alert(1)', undefined],
  ['nothing', '', undefined],

  [
    'Google: embedded',
    'https://calendar.google.com/calendar/embed?src=c_12ab%40group.calendar.google.com&ctz=America%2FToronto',
    `${ical}/c_12ab%40group.calendar.google.com/public/basic.ics`,
  ],
  [
    'Google: embedded, as it was',
    'https://www.google.com/calendar/embed?src=q5@group.calendar.google.com&ctz=America/New_York',
    `${ical}/q5%40group.calendar.google.com/public/basic.ics`,
  ],
  [
    'Google: embedded without a frame, with an id that is encoded itself',
    'https://calendar.google.com/calendar/htmlembed?src=bund_6136_%2557erder%2B%2542remen%23sports%40group.v.calendar.google.com',
    `${ical}/bund_6136_%2557erder%2B%2542remen%23sports%40group.v.calendar.google.com/public/basic.ics`,
  ],
  [
    'Google: several in one page',
    'https://calendar.google.com/calendar/embed?src=a%40x.example&src=b%40x.example',
    undefined,
  ],
  [
    'Google: shared, in base64',
    'https://calendar.google.com/calendar/u/0?cid=Z2xlbi5kYXZpZXNAYThjLmNvbQ',
    `${ical}/glen.davies%40a8c.com/public/basic.ics`,
  ],
  [
    'Google: shared, plain',
    'https://calendar.google.com/calendar/u/1/r?cid=us%40group.calendar.google.com',
    `${ical}/us%40group.calendar.google.com/public/basic.ics`,
  ],
  [
    'Google: a calendar elsewhere',
    'https://www.google.com/calendar/render?cid=webcal%3A%2F%2Fcloud.example%2Fx.ics',
    'https://cloud.example/x.ics',
  ],
  [
    'Google: itself again',
    'https://www.google.com/calendar/render?cid=https%3A%2F%2Fcalendar.google.com%2Fcalendar%3Fcid%3Dx',
    undefined,
  ],
  ['Google: nonsense in base64', 'https://calendar.google.com/calendar?cid=%FF%FE', undefined],
  ['Google: no id', 'https://calendar.google.com/calendar/embed?mode=WEEK', undefined],
  ['Google: the member’s own page', 'https://calendar.google.com/calendar/u/0/r/week', undefined],
  ['Google: something else', 'https://www.google.com/search?q=calendar', undefined],
  [
    'Google: ICS, unencrypted',
    'http://www.google.com/calendar/ical/us%40x.example/public/basic.ics',
    `${ical}/us%40x.example/public/basic.ics`,
  ],
  [
    'Google: a secret address',
    `${ical}/me%40x.example/private-0123abcd/basic.ics`,
    `${ical}/me%40x.example/private-0123abcd/basic.ics`,
  ],

  ['Nextcloud: its page', 'https://cloud.example/apps/calendar/p/XB3I2CBWF9XSL5EM', exported],
  [
    'Nextcloud: without pretty addresses, at a view',
    'https://cloud.example/index.php/apps/calendar/p/XB3I2CBWF9XSL5EM/dayGridMonth/now',
    exported,
  ],
  ['Nextcloud: embedded', 'https://cloud.example/apps/calendar/embed/XB3I2CBWF9XSL5EM', exported],
  [
    'Nextcloud: in a folder',
    'https://a.example/nc/index.php/apps/calendar/p/XB3I2CBWF9XSL5EM',
    'https://a.example/nc/remote.php/dav/public-calendars/XB3I2CBWF9XSL5EM?export',
  ],
  [
    'Nextcloud: WebDAV',
    'https://cloud.example/remote.php/dav/public-calendars/XB3I2CBWF9XSL5EM/',
    exported,
  ],
  ['Nextcloud: WebCal', exported.replace('https', 'webcal'), exported],
  ['Nextcloud: several', 'https://cloud.example/apps/calendar/p/AAAA1111-BBBB2222', undefined],

  [
    'Outlook: its page',
    'https://outlook.office365.com/owa/calendar/1a@x.example/2b/calendar.html',
    'https://outlook.office365.com/owa/calendar/1a@x.example/2b/calendar.ics',
  ],
  [
    'Outlook: its old page',
    'https://outlook.live.com/owa/calendar/1a/2b/cid-3c/reachcalendar.html',
    'https://outlook.live.com/owa/calendar/1a/2b/cid-3c/calendar.ics',
  ],
  [
    'Outlook: a page to put into another one',
    'https://outlook.live.com/owa/calendar/00000000-0000/2b/cid-3c/index.html',
    'https://outlook.live.com/owa/calendar/00000000-0000/2b/cid-3c/calendar.ics',
  ],
  [
    'Outlook: its new page',
    'https://outlook.office365.com/calendar/published/1a@x.example/2b/calendar.html',
    'https://outlook.office365.com/owa/calendar/1a@x.example/2b/calendar.ics',
  ],
  // obsidian-day-planner 395
  [
    'Outlook: an invitation to share',
    'https://outlook.live.com/?rru=addsubscription&url=webcal://outlook.office365.com/owa/calendar/1a@x/2b/reachcalendar.ics&name=El',
    'https://outlook.office365.com/owa/calendar/1a@x/2b/reachcalendar.ics',
  ],
  [
    'Outlook: an invitation that leads elsewhere',
    'https://outlook.live.com/?rru=addsubscription&url=https://evil.example/x.ics',
    'https://outlook.live.com/?rru=addsubscription&url=https://evil.example/x.ics',
  ],
  [
    'Outlook: an invitation that leads elsewhere, to a host like it',
    'https://outlook.live.com/?rru=addsubscription&url=https://outlook.evil.example/x.ics',
    'https://outlook.live.com/?rru=addsubscription&url=https://outlook.evil.example/x.ics',
  ],
  [
    'Outlook: the page, with a query',
    'https://outlook.office365.com/owa/calendar/1a@x/2b/calendar.html?x=1',
    'https://outlook.office365.com/owa/calendar/1a@x/2b/calendar.ics',
  ],
])('%s', (_what, typed, address) => {
  expect(calendarAddress(typed)).toBe(address);
});

test.each([
  [`${ical}/me%40x.example/private-0123abcd/basic.ics`, true],
  [`${ical}/me%40x.example/public/basic.ics`, false],
  [exported, false],
])('%s is secret: %s', (address, isSecret) => {
  expect(isSecretAddress(address)).toBe(isSecret);
});

describe('the section', () => {
  const entry = { id: 'us', name: 'Us', url: 'webcal://a.example/x.ics' };

  test.each<[string, object, string[]]>([
    ['public', entry, []],
    ['private', { id: 'me', name: 'Me', isPrivate: true }, []],
    ['of a page', { ...entry, url: 'https://cloud.example/apps/calendar/p/AAAA1111' }, []],
    ['on this machine', { ...entry, url: 'http://127.0.0.1:8000/x.ics' }, []],
    ['without either', { id: 'us', name: 'Us' }, ['$.calendars[0] calendar-or-private']],
    ['with both', { ...entry, isPrivate: true }, ['$.calendars[0] calendar-or-private']],
    [
      'unencrypted',
      { ...entry, url: 'http://a.example/x.ics' },
      ['$.calendars[0].url url-insecure'],
    ],
    [
      'with a password',
      { ...entry, url: 'https://me:pw@a.example/x.ics' },
      ['$.calendars[0].url url-credentials'],
    ],
    [
      'of several calendars',
      { ...entry, url: 'https://calendar.google.com/calendar/embed?src=a%40x&src=b%40x' },
      ['$.calendars[0].url calendar-address'],
    ],
    ['without a scheme', { ...entry, url: 'a.example/x.ics' }, ['$.calendars[0].url url-scheme']],
    [
      'reminding hours before',
      { ...entry, remindMinutes: 120 },
      ['$.calendars[0].remindMinutes at-most'],
    ],
  ])('%s', (_what, calendar, found) => {
    const problems = problemsOf({ calendars: [calendar] });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(found);
    for (const one of problems) expectSentences(one);
  });
});
