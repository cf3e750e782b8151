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
  ['https://call.example/#/hall?via=a.example&password=abc', 'call.example/#…'],
  ['https://cloud.example/s/AbCdEfGhIjKlMnO', 'cloud.example/s/…'],
  [
    'https://cloud.example/remote.php/dav/public-calendars/AbC?export',
    'cloud.example/remote.php/dav/public-calendars/…?export',
  ],
  // Codes of rooms: Greenlight 5596 and 1303, jitsi-meet 5902, meet-teams-bot 126.
  ['https://bbb.example/b/fre-dw6-b3m?viewercode=12345', 'bbb.example/b/fre-dw6-b3m?viewercode=…'],
  ['https://bbb.example/b/abc-def?access_code=123456', 'bbb.example/b/abc-def?access_code=…'],
  [
    'https://bbb.example/rooms/a/join?moderatorAccessCode=1',
    'bbb.example/rooms/a/join?moderatorAccessCode=…',
  ],
  ['https://meet.example/Hall#config.roomPassword="a"', 'meet.example/Hall#…'],
  ['https://meet.example/Hall#config.startSilent=true&jwt=ey.a.b', 'meet.example/Hall#…'],
  // Words for a key in the middle of a setting's name, or in its value.
  ['https://meet.example/Hall#config.lobbyPassword=x', 'meet.example/Hall#…'],
  ['https://meet.example/Hall#config.meetingPassword=x', 'meet.example/Hall#…'],
  ['https://meet.example/Hall#config.sharedKey=x', 'meet.example/Hall#…'],
  ['https://meet.example/Hall#config.lobby={"passcode":"1"}', 'meet.example/Hall#…'],
  // The name of a place, with what is none.
  ['https://call.example/#t=aBcDeF', 'call.example/#…'],
  ['https://call.example/#/join?t=aBcDeF', 'call.example/#…'],
  ['https://call.example/#gid=aBcDeF', 'call.example/#…'],
  ['https://call.example/#/share=aBcDeF?page=1', 'call.example/#…'],
  ['https://teams.microsoft.com/meet/123?p=aBcDeF', 'teams.microsoft.com/meet/123?p=…'],
  ['https://hall.whereby.com/room?roomKey=eyJh', 'hall.whereby.com/room?roomKey=…'],
  [
    'https://bbb.example/bigbluebutton/api/join?meetingID=a&checksum=0f',
    'bbb.example/bigbluebutton/api/join?meetingID=a&checksum=…',
  ],
  // What opens a text is behind `#`: CryptPad 635, PrivateBin 1231.
  ['https://cryptpad.fr/pad/#/2/pad/edit/HGu0tK2od-2BBnwAz2ZNS-t4/', 'cryptpad.fr/pad/#…'],
  ['https://cryptpad.fr/code/#/1/view/3Ujt4F2Sjnj/usn4+9CqVja8Q/', 'cryptpad.fr/code/#…'],
  [
    'https://bin.example/?a7ff84b4#6vS9nDHVnuhTcxEjMnoMPqXpuCmKWYUvyrfXMZ5tqDCw',
    'bin.example/?a7ff84b4#…',
  ],
  [
    'https://bin.example/?a7ff84b4#-6vS9nDHVnuhTcxEjMnoMPqXpuCmKWYUvyrfXMZ5tqDCw',
    'bin.example/?a7ff84b4#…',
  ],
  ['https://mega.nz/file/a#Xy12_34-AbCdEfGhIjKlMnOpQrStUvWxYz012345678', 'mega.nz/file/a#…'],
  [
    'https://cloud.example/apps/collectives/p/AbCdEfGhIjKlMnO/Minutes',
    'cloud.example/apps/collectives/p/…/Minutes',
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
  // Settings of a call, which let nobody in (nextcloud/jitsi 34).
  [
    'https://meet.example/Hall#config.startWithAudioMuted=true&interfaceConfig.MOBILE_APP_PROMO=false',
    'meet.example/Hall#config.startWithAudioMuted=true&interfaceConfig.MOBILE_APP_PROMO=false',
  ],
  [
    'https://meet.example/Hall#config.videoQuality.preferredCodec=VP9',
    'meet.example/Hall#config.videoQuality.preferredCodec=VP9',
  ],
  // Servers through which others find a room of Matrix.
  [
    'https://app.element.io/#/room/#hall:maple.example?via=maple.example&via=b.example',
    'app.element.io/#/room/#hall:maple.example?via=maple.example&via=b.example',
  ],
  [
    'https://matrix.to/#/!aBc:maple.example?via=maple.example',
    'matrix.to/#/!aBc:maple.example?via=maple.example',
  ],
  // The place of a document, whose key is in the drive of each member.
  [
    'https://cryptpad.fr/pad/#/3/pad/edit/c6ff5b8bbf7c1e0a/',
    'cryptpad.fr/pad/#/3/pad/edit/c6ff5b8bbf7c1e0a',
  ],
  [
    'https://pads.example/x#Ordre-du-jour-de-la-Réunion-du-2026-12-01',
    'pads.example/x#Ordre-du-jour-de-la-Réunion-du-2026-12-01',
  ],
  [
    'https://pads.example/x#InstallationOfTheNewServers2026Part2',
    'pads.example/x#InstallationOfTheNewServers2026Part2',
  ],
  ['https://search.example/?p=2', 'search.example/?p=2'],
  // A sheet, a place on the map, and a sentence of a page.
  [
    'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0',
    'docs.google.com/spreadsheets/d/1AbC/edit#gid=0',
  ],
  ['https://map.example/#map=17/45.5/-73.6', 'map.example/#map=17/45.5/-73.6'],
  ['https://film.example/w/1#t=1h2m3s', 'film.example/w/1#t=1h2m3s'],
  [
    'https://docs.google.com/document/d/1AbC/edit#heading=h.x1y2z3',
    'docs.google.com/document/d/1AbC/edit#heading=h.x1y2z3',
  ],
  ['https://a.example/bylaws.pdf#page=3&zoom=100', 'a.example/bylaws.pdf#page=3&zoom=100'],
  ['https://a.example/bylaws#:~:text=Article%204', 'a.example/bylaws#:~:text=Article%204'],
  ['https://a.example/?postcode=H2X', 'a.example/?postcode=H2X'],
  ['https://a.example/monkey?monkey=1', 'a.example/monkey?monkey=1'],
  ['https://a.example/?next=https://b.example/?x', 'a.example/?next=https://b.example/?x'],
])('nothing secret: %s', (address, text) => {
  expect(maskedAddress(address)).toEqual({ text, hasSecret: false });
});
