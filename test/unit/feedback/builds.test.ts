import { expect, test } from 'vitest';
import { buildIn } from '../../../main/features/feedback/builds.ts';

test.each([
  ['41\n', '41'],
  ['{"build":"b-7","version":"1.2"}', 'b-7'],
  ['{"version":"1.2"}', '1.2'],
  ['{"commit":"abc"}', 'abc'],
  ['{"build":12}', '12'],
  ['<html>404</html>', undefined],
  ['', undefined],
  ['{"build":{}}', undefined],
  ['x'.repeat(81), undefined],
])('a build server that says %j means %s', (text, build) => {
  expect(buildIn(text)).toBe(build);
});
