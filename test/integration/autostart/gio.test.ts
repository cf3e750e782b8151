/** The autostart file as desktops read it: GLib starts the program of each, wherever it is. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { autostartEntry } from '../../../shared/autostart/entry.ts';
import { eventually } from '../../desktop/wait.ts';
import { oddPrograms } from '../../fixtures/odd-programs.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-tray-autostart-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test.each(oddPrograms)('%j is started, with its argument', async (path) => {
    const program = join(folder, path);
    mkdirSync(dirname(program), { recursive: true });
    // The desktop does not give it a place to write.
    const told = join(folder, 'told');
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$0" "$@" > '${told}.draft'\nmv '${told}.draft' '${told}'\n`,
    );
    chmodSync(program, 0o755);
    const entry = join(folder, 'entry.desktop');
    writeFileSync(entry, autostartEntry(program));
    execFileSync('gio', ['launch', entry]);
    await eventually('the program', () => (existsSync(told) ? true : undefined));
    expect(readFileSync(told, 'utf8')).toBe(`${program}\n--hidden\n`);
  });

  test('each file is a valid one', () => {
    const files = oddPrograms.map((program, at) => {
      const file = join(folder, `entry-${at}.desktop`);
      writeFileSync(file, autostartEntry(program));
      return file;
    });
    expect(execFileSync('desktop-file-validate', files, { encoding: 'utf8' })).toBe('');
  });
});
