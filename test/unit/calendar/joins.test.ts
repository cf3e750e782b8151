import { expect, test } from 'vitest';
import { event } from '../../fixtures/calendars/situation.ts';
import { occurrencesIn } from './answers.ts';

const at = ['DTSTART:20261124T150000Z', 'DURATION:PT1H'];
const joinsIn = (...lines: readonly string[]) =>
  occurrencesIn(event(...at, ...lines))[0]?.joins.map(({ url, from }) => `${from} ${url}`);

const zoom = 'https://us02web.zoom.us/j/85123456789';
const teams = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x/0?context=%7b%22Tid%22%7d';

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing', [], []],
  [
    'every property, in their order, calls first',
    [
      'DESCRIPTION:https://whereby.com/d',
      'LOCATION:https://bbb.coop.example/b/l',
      'URL:https://events.example/u',
      'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.jit.si/c',
    ],
    [
      'conference https://meet.jit.si/c',
      'location https://bbb.coop.example/b/l',
      'description https://whereby.com/d',
      'url https://events.example/u',
    ],
  ],
  [
    'the call before the page of the event (w3c/calendar #152, Home Assistant #156282)',
    ['URL;VALUE=URI:https://events.example/1', 'LOCATION:Zoom', `DESCRIPTION:Join: ${zoom}`],
    [`description ${zoom}`, 'url https://events.example/1'],
  ],
  [
    'the call before a map',
    [String.raw`LOCATION:Kitchen\, https://maps.example/abc`, `DESCRIPTION:${zoom}`],
    [`description ${zoom}`, 'location https://maps.example/abc'],
  ],
  [
    'lines that are not folded, copied as they were written (tutanota #3379)',
    ['DESCRIPTION:Join Zoom Meeting', '', `${zoom}?pwd=x`, 'Meeting ID: 851', 'Passcode: abc'],
    [`description ${zoom}?pwd=x`],
  ],
  [
    'signs of HTML in a text that is no page (PonyConf #85, calendarize #521)',
    [
      `LOCATION:${zoom}?a=1&amp;pwd=x`,
      'DESCRIPTION:&lt;a href=&quot;https://whereby.com/a&quot;&gt;https://whereby.com/a&lt;/a&gt;',
    ],
    [`location ${zoom}?a=1&pwd=x`, 'description https://whereby.com/a'],
  ],
  [
    'what looks like a sign of HTML and is a part of the query',
    ['DESCRIPTION:<p>https://meet.jit.si/a?x=1&copy=2&param=3&section=4</p>'],
    ['description https://meet.jit.si/a?x=1&copy=2&param=3&section=4'],
  ],
  [
    'a telephone number is no address',
    ['CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+1-555-0100', `LOCATION:${zoom}`],
    [`location ${zoom}`],
  ],
  [
    'Google’s own property',
    ['X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij', `DESCRIPTION:${zoom}`],
    ['conference https://meet.google.com/abc-defg-hij', `description ${zoom}`],
  ],
  [
    'calls before other links of a description',
    [
      `DESCRIPTION:Agenda: https://pads.example/p/1\\nUnsubscribe: https://news.example/u?x=1\\nJoin: ${teams}`,
    ],
    [
      `description ${teams}`,
      'description https://pads.example/p/1',
      'description https://news.example/u?x=1',
    ],
  ],
  [
    'of two links of Teams the one that leads into the meeting (MeetingBar #755)',
    [
      `DESCRIPTION:https://teams.microsoft.com/download https://teams.microsoft.com/meetingOptions/?x=1 ${teams}`,
    ],
    [
      `description ${teams}`,
      'description https://teams.microsoft.com/download',
      'description https://teams.microsoft.com/meetingOptions/?x=1',
    ],
  ],
  [
    'the whole link of one that lacks its passcode (MeetingBar #791)',
    [`LOCATION:${zoom}`, `DESCRIPTION:${zoom}?pwd=abcDEF`],
    [`location ${zoom}?pwd=abcDEF`],
  ],
  [
    'the whole link of one that was cut within it',
    [`LOCATION:${zoom}?pwd=abc`, `DESCRIPTION:${zoom}?pwd=abcDEF`],
    [`location ${zoom}?pwd=abcDEF`],
  ],
  [
    'the whole link first, then the one without its passcode',
    [`LOCATION:${zoom}?pwd=abcDEF`, `DESCRIPTION:${zoom}`],
    [`location ${zoom}?pwd=abcDEF`],
  ],
  [
    'another room whose name begins alike is another room',
    ['LOCATION:https://bbb.example/b/team', 'DESCRIPTION:https://bbb.example/b/team-two'],
    ['location https://bbb.example/b/team', 'description https://bbb.example/b/team-two'],
  ],
  [
    'a page of the room is not the room',
    ['LOCATION:https://bbb.example/b/team', 'DESCRIPTION:https://bbb.example/b/team/recordings'],
    ['location https://bbb.example/b/team', 'description https://bbb.example/b/team/recordings'],
  ],
  [
    'angle brackets around it (MeetingBar #727)',
    ['DESCRIPTION:<https://x.webex.com/x/j.php?MTID=m1> and <https://x.webex.com/meet/el%3E'],
    ['description https://x.webex.com/x/j.php?MTID=m1', 'description https://x.webex.com/meet/el'],
  ],
  [
    'a page in the description (raycast #13077)',
    [`DESCRIPTION:Join<br><a href="${zoom}?a=1&amp;pwd=x">${zoom}?a=1&amp;pwd=x</a><br><br>ID: 1`],
    [`description ${zoom}?a=1&pwd=x`],
  ],
  [
    'a page beside the description',
    [
      'DESCRIPTION:Join',
      `X-ALT-DESC;FMTTYPE=text/html:<html><a href="${zoom}?a=1&amp;pwd=x">Join</a></html>`,
    ],
    [`description ${zoom}?a=1&pwd=x`],
  ],
  [
    'the end of a sentence, and brackets',
    ['DESCRIPTION:See (https://whereby.com/a)\\, https://whereby.com/b. https://en.example/x_(y)!'],
    [
      'description https://whereby.com/a',
      'description https://whereby.com/b',
      'description https://en.example/x_(y)',
    ],
  ],
  [
    'a place with a name and an address',
    ['LOCATION:Board room\\, https://meet.coop.example/board; or by phone'],
    ['location https://meet.coop.example/board'],
  ],
  [
    'only https, without a name before the host',
    [
      'URL:http://meet.example/a',
      'LOCATION:https://zoom.us@evil.example/j/1 javascript:alert(1) zoommtg://zoom.us/join?confno=1',
      'DESCRIPTION:https:// https://. https://whereby.com/ok',
    ],
    ['description https://whereby.com/ok'],
  ],
  [
    'what Outlook, Google and a mail server have put around it (MeetingBar #791)',
    [
      `DESCRIPTION:https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${zoom}?pwd=a`)}&data=05%7C x`,
      'LOCATION:https://www.google.com/url?q=https://whereby.com/a&sa=D&source=calendar',
      'URL:https://urldefense.com/v3/__https://meet.jit.si/room__;!!abc$',
    ],
    ['url https://meet.jit.si/room', 'location https://whereby.com/a', `description ${zoom}?pwd=a`],
  ],
  [
    'what Outlook has put around it with a path (MeetingBar #183), and Teams (firefox-remove-safelinks #1)',
    [
      `DESCRIPTION:https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(teams)}&data=05`,
      `LOCATION:https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(zoom)}&locale=en`,
    ],
    [`location ${zoom}`, `description ${teams}`],
  ],
  [
    'what Proofpoint has put around it, in its older and its newer form (MeetingBar #539, #384)',
    [
      'LOCATION:https://urldefense.proofpoint.com/v2/url?u=https-3A__meet.google.com_jyx-2Difea-2Djjn-3Fhs-3D224&d=DwMFaQ&c=rGIf&e=',
      'DESCRIPTION:https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3ameeting_x*40thread.v2/0?context=*7b*22Tid*22*7d__;JSUlJSUl!!abc$',
    ],
    [
      'location https://meet.google.com/jyx-ifea-jjn?hs=224',
      'description https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%7d',
    ],
  ],
  [
    'a row of signs that Proofpoint took out, and one that is missing',
    [
      'LOCATION:https://urldefense.com/v3/__https://meet.jit.si/a**Bb__;IyMj!!x$',
      'DESCRIPTION:https://urldefense.com/v3/__https://whereby.com/a*b__;!!x$',
    ],
    [
      'location https://meet.jit.si/a###b',
      'description https://urldefense.com/v3/__https://whereby.com/a*b__;!!x$',
    ],
  ],
  [
    'something else that is put around it stays',
    [
      'DESCRIPTION:https://a.safelinks.protection.outlook.com/?url=javascript%3Aalert(1) https://www.google.com/url?q=%E0%A4%A https://www.google.com/url?q=https%3A%2F%2Fx.example%2F%0Aa',
    ],
    [
      'description https://a.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)',
      'description https://www.google.com/url?q=%E0%A4%A',
      'description https://www.google.com/url?q=https%3A%2F%2Fx.example%2F%0Aa',
    ],
  ],
  [
    'a link of calls at the end of a long list',
    [
      `DESCRIPTION:${Array.from({ length: 12 }, (_, at) => `https://x.example/${at}`).join(' ')} ${zoom}`,
    ],
    [
      `description ${zoom}`,
      ...Array.from({ length: 9 }, (_, at) => `description https://x.example/${at}`),
    ],
  ],
])('%s', (_what, lines, expected) => {
  expect(joinsIn(...lines)).toEqual(expected);
});

test.each([
  ['https://zoom.us/j/1', true],
  ['https://zoom.us/my/el.room', true],
  ['https://us06web.zoom.us/u/kdz', false],
  ['https://support.zoom.us/hc/en-us', false],
  ['https://notzoom.us/j/1', false],
  ['https://meet.google.com/abc-defg-hij', true],
  ['https://meet.google.com/', false],
  ['https://tel.meet/abc-defg-hij?pin=1', false],
  ['https://teams.live.com/meet/93?p=x', true],
  ['https://aka.ms/JoinTeamsMeeting', false],
  ['https://teams.cloud.microsoft/meet/123?p=abc', true],
  ['https://gov.teams.microsoft.us/l/meetup-join/abc', true],
  [
    'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19',
    true,
  ],
  ['https://teams.microsoft.com/l/meeting/new', false],
  ['https://any-client.zoom-x.de/j/65194487075', true],
  ['https://zoom.com.cn/j/1', true],
  ['https://events.zoom.us/ejl/abc', true],
  ['https://zoom.us/webinar/register/WN_1', false],
  ['https://meet.google.com/_meet/abc-defg-hij', true],
  ['https://stream.meet.google.com/stream/abc12ab1-abc1-1234', true],
  ['https://coop.webex.com/webappng/sites/coop/meeting/info/1', true],
  ['https://v.ringcentral.com/join/1', true],
  ['https://senfcall.de/abc', true],
  ['https://app.cal.com/video/1de4Bmd', true],
  ['https://app.cal.com/bookings', false],
  ['https://cliq.zoho.eu/meetings/als', true],
  ['https://cloud.example/call/x7ab9z2k', true],
  ['https://coop.example/cloud/index.php/call/x7ab9z2k', true],
  ['https://coop.example/call/for-papers', false],
  ['https://cloud.example/apps/bbb/b/TOKEN', true],
  ['https://coop.example/bigbluebutton/api/join?meetingID=x', true],
  ['https://meetings.conf.meetecho.example/ietf122/?session=1', true],
  ['https://coop.webex.com/meet/el', true],
  ['https://call.element.io/room', true],
  ['https://bbb.coop.example/b/el-abc-def-ghi', true],
  ['https://calls.coop.example/rooms/abc-def-ghi-jkl/join', true],
  ['https://coop.example/rooms/12', false],
  ['https://meet.coop.example/', false],
  ['https://pads.example/p/1', false],
])('%s leads into a call: %s', async (url, isCall) => {
  const { isCallAddress } = await import('../../../shared/calendar/call-addresses.ts');
  expect(isCallAddress(url)).toBe(isCall);
});
