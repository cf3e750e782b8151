/** Malicious or broken contents of a room. */
const at = Date.UTC(2026, 8, 1);
export const script = '<script>fetch("https://evil.example")</script><img src=x onerror=alert(1)>';
export const override = 'invoice\u202Egnp.exe';
export const huge = 'long '.repeat(12_000);

const message = (id: string, content: object, more: object = {}) => ({
  event_id: `$${id}`,
  sender: '@ana:localhost',
  type: 'm.room.message',
  content: content as Readonly<Record<string, unknown>>,
  origin_server_ts: at,
  ...more,
});
const text = (body: unknown) => ({ msgtype: 'm.text', body });

export const hostile = [
  message('script', text(script)),
  message('sender', text('from nowhere'), { sender: `"><script>@x:localhost` }),
  message('override', { msgtype: 'm.file', body: override, url: 'javascript:alert(1)' }),
  message('control', text('bell\u0007, null\u0000, escape\u001b[31m, half \ud800 a pair')),
  message('huge', text(huge)),
  message('number', text(7)),
  message('list', text(['a'])),
  message('type', { msgtype: { m: 'text' }, body: 'a strange type' }),
  message('future', text('from the year 300000'), { origin_server_ts: 9e15 }),
  message('past', text('from before time'), { origin_server_ts: -1 }),
  message('deep', text('with nested content'), { unsigned: nested(2000) }),
  message('</script>', text('an id that is none')),
  message('proto', JSON.parse('{"msgtype":"m.text","body":"proto","__proto__":{"a":1}}') as object),
  message(
    'forged',
    {
      ...text('* what bob never said'),
      'm.new_content': text('what bob never said'),
      'm.relates_to': { rel_type: 'm.replace', event_id: '$script' },
    },
    { sender: '@mallory:localhost' },
  ),
  message('bundled', text('as it was'), {
    unsigned: {
      'm.relations': {
        'm.replace': { sender: '@mallory:localhost', content: { 'm.new_content': text('forged') } },
      },
    },
  }),
];

/** Entries from the server that are not events. */
export const broken = [
  { ...message('', text('no id')) },
  { ...message('x'.repeat(300), text('an id that is too long')) },
].map((one, index) => (index === 0 ? { ...one, event_id: '' } : one));

function nested(depth: number): object {
  let inner: object = {};
  for (let level = 0; level < depth; level += 1) inner = { a: inner };
  return inner;
}
