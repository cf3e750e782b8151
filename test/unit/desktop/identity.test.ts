import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appId, linkScheme } from '../../../shared/identity.ts';

test('the packages carry the identity of the app', () => {
  const { desktopName } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    desktopName: string;
  };
  const builder = readFileSync('electron-builder.yml', 'utf8');

  expect(desktopName).toBe(`${appId}.desktop`);
  expect(/^appId: (.+)$/m.exec(builder)?.[1]).toBe(appId);
  expect(/^ {2}syncDesktopName: true$/m.test(builder)).toBe(true);
  expect(/^ {4}schemes: \[(.+)\]$/m.exec(builder)?.[1]).toBe(linkScheme);
});
