import { expect, test } from 'vitest';
import { maskedAddress } from '../../../shared/net/masked.ts';

test.each<[string, string]>([
  ['https://zoom.example/j/123?pwd=abcDEF', 'zoom.example/j/123?pwd=…'],
  ['https://a.example/?tab=1&token=x&b=2', 'a.example/?tab=1&token=…&b=2'],
  ['https://a.example/?JWT=ey.a.b', 'a.example/?JWT=…'],
  ['https://me:pw@a.example/x', '…@a.example/x'],
  ['https://me@a@a.example/x', '…@a.example/x'],
  [
    'https://calendar.google.com/calendar/ical/a%40b/private-0123456789abcdef/basic.ics',
    'calendar.google.com/calendar/ical/a%40b/private-…/basic.ics',
  ],
  ['https://discord.gg/AbCdEf', 'discord.gg/…'],
  ['https://discord.com/invite/AbCdEf', 'discord.com/invite/…'],
  ['https://signal.group/#CjQKIabc', 'signal.group/#…'],
  ['https://chat.whatsapp.com/AbCd', 'chat.whatsapp.com/…'],
  ['https://vault.example/#/send/abc/def', 'vault.example/#…'],
  ['https://call.example/room/#/hall?password=abc', 'call.example/room/#…'],
  ['https://cloud.example/s/AbCdEfGhIjKlMnO', 'cloud.example/s/…'],
  [
    'https://cloud.example/remote.php/dav/public-calendars/AbC?export',
    'cloud.example/remote.php/dav/public-calendars/…?export',
  ],
])('%s', (address, text) => {
  expect(maskedAddress(address)).toEqual({ text, hasSecret: true });
});

test.each<[string, string]>([
  ['https://a.example/', 'a.example'],
  ['http://a.example/x?y=1#z', 'a.example/x?y=1#z'],
  [
    'https://docs.google.com/document/d/1AbC/edit?usp=sharing',
    'docs.google.com/document/d/1AbC/edit?usp=sharing',
  ],
  ['https://a.example/?key=', 'a.example/?key='],
  ['https://a.example/monkey?monkey=1', 'a.example/monkey?monkey=1'],
  ['https://a.example/?next=https://b.example/?x', 'a.example/?next=https://b.example/?x'],
])('nothing secret: %s', (address, text) => {
  expect(maskedAddress(address)).toEqual({ text, hasSecret: false });
});
