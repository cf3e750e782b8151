import { expect, test } from 'vitest';
import { readResponse } from '../../../main/features/echo/flat-xml.ts';

test.each([
  ['<response><returncode>SUCCESS</returncode><a/></response>', [['returncode', 'SUCCESS']]],
  [
    '<?xml version="1.0"?>\n<response>\n <m><![CDATA[<b> & c]]></m><n>&lt;&#65;&amp;</n></response>\n',
    [
      ['m', '<b> & c'],
      ['n', '<A&'],
    ],
  ],
  ['<response></response>', []],
  ['<response> <a>&#xD800;&#x1F600;</a> </response> ', [['a', '&#xD800;😀']]],
])('an answer of the API is read: %s', (text, fields) => {
  expect([...(readResponse(text) ?? [])]).toEqual(fields);
});

test.each([
  '',
  'SUCCESS',
  '<response>',
  '<response><a>1</b></response>',
  '<response><a><b>1</b></a></response>',
  '<response>text</response>',
  '<!DOCTYPE response [<!ENTITY x SYSTEM "file:///etc/passwd">]><response><a>&x;</a></response>',
  `<response>${'<a>'.repeat(10_000)}</response>`,
])('what is no such answer is not read: %.60s', (text) => {
  expect(readResponse(text)).toBeUndefined();
});
