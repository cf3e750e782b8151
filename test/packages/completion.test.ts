/** What shells complete: the real shells, with the scripts of the package. The app is a script that says what it is asked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shell } from '../../shared/cli/commands.ts';
import { shells } from '../../shared/cli/commands.ts';
import { completionFor } from '../../shared/cli/completion/index.ts';
import { createTranslate } from '../translate.ts';

let folder: string;
const at = (name: string) => join(folder, name);

/** An old app, or a hostile one, would offer anything. */
const stand = `#!/bin/sh
case "$*" in
  'candidates services') printf 'calls\\tCalls\\nchat\\tChat: rooms\\n' ;;
  'candidates links') printf '$(touch %s)\\n\`touch %s\`\\nmap\\n' "$HOSTILE" "$HOSTILE" ;;
esac
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-completion-'));
  writeFileSync(at('coop-tray'), stand);
  chmodSync(at('coop-tray'), 0o755);
  for (const shell of shells) {
    // Where the shells look for it.
    const name = { bash: 'coop-tray.bash', zsh: '_coop-tray', fish: 'coop-tray.fish' }[shell];
    writeFileSync(at(name), completionFor(shell, createTranslate('en')));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The shell hands its completion the words unexpanded. */
const asTyped = (typed: string) => typed.replace('~', String.raw`\~`);

/** The script that prints what is offered, one a line, and how it is given the line as it is typed. */
const askers: Readonly<Record<Shell, (typed: string) => readonly string[]>> = {
  bash: (typed) => [
    'bash',
    '--norc',
    '-c',
    `compopt() { [[ $* == '-o default' ]] && compgen -f -- "$cur" | sed 's/^/file /'; :; }
     . ${at('coop-tray.bash')}
     words=(${asTyped(typed).replaceAll('=', " '=' ")}${/[ =]$/.test(typed) ? " ''" : ''})
     COMP_WORDS=("\${words[@]}") COMP_CWORD=$((\${#words[@]} - 1))
     _coop_tray; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (typed) => [
    'zsh',
    '-f',
    '-c',
    // The parts of its completion system that show candidates, which need a terminal.
    `_describe() { local args=(\${@:#-*}); local name=$args[2]; print -rl -- \${(P)name}; }
     _files() { print -rl -- 'file '*; }
     compset() { cur=\${cur#*=}; }
     compdef() { :; }
     . ${at('_coop-tray')}
     words=(${asTyped(typed)}${typed.endsWith(' ') ? " ''" : ''}); CURRENT=$#words
     _coop_tray`,
  ],
  fish: (typed) => [
    'fish',
    '--no-config',
    '-c',
    `source ${at('coop-tray.fish')}; complete -C '${typed}'`,
  ],
};

function offered(shell: Shell, typed: string): readonly string[] {
  const [program = '', ...words] = askers[shell](typed);
  const printed = execFileSync(program, words, {
    encoding: 'utf8',
    cwd: folder,
    env: {
      PATH: `${folder}:/usr/bin:/bin`,
      HOME: folder,
      HOSTILE: at('hostile'),
      LC_ALL: 'C.UTF-8',
    },
  });
  const lines = printed.split('\n').map((line) => line.split(/[\t:]/)[0] ?? '');
  return lines.filter((line) => line !== '');
}

describe.each(shells)('%s', (shell) => {
  test.each<[string, readonly string[]]>([
    ['coop-tray st', ['status']],
    ['coop-tray --sh', ['--show']],
    ['coop-tray status --js', ['--json']],
    ['coop-tray status ch', ['chat']],
    ['coop-tray status --json ca', ['calls']],
    ['coop-tray completion f', ['fish']],
    ['coop-tray backups ', ['lint']],
    ['coop-tray status --lang=f', [shell === 'fish' ? '--lang=fr' : 'fr']],
    // shtab 229: a link, or a service, that is called as a command is.
    ['coop-tray open status ca', []],
    ['coop-tray open status --pr', ['--print']],
    ['coop-tray status check --off', []],
    // symfony-console-completion 70: the path of the app as it is typed.
    ['~/coop-tray status ca', ['calls']],
    ['./coop-tray status ca', ['calls']],
  ])('%s', (typed, expected) => {
    const found = offered(shell, typed);
    // zsh is given all, and drops those that do not fit.
    const start = typed.split(/[ =]/).at(-1) ?? '';
    const fitting = shell === 'zsh' ? found.filter((word) => word.startsWith(start)) : found;
    const own = fitting.filter((word) => !word.startsWith('file ') && !word.includes('coop-tray'));
    expect(own).toEqual(expected);
  });

  test('runs nothing of what a list of links says', () => {
    expect(offered(shell, 'coop-tray open ')).toContain('map');
    expect(existsSync(at('hostile'))).toBe(false);
  });
});

/** What a shell writes to stderr that reads the script as people do who source it. */
function complaints(program: string, ...words: string[]): string {
  const { stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin`, HOME: folder, LC_ALL: 'C.UTF-8' },
  });
  return stderr;
}

// picocli 1464, moby 16492: a bash without compopt, as on macOS, wrote that into the line at every Tab.
test.each(['coop-tray --co', 'coop-tray check ', 'coop-tray status --coop='])(
  'bash 3 is quiet at %s',
  (typed) => {
    const script = `enable -n compopt
      . ${at('coop-tray.bash')}
      COMP_WORDS=(${typed.replaceAll('=', " '=' ")} ${typed.endsWith(' ') ? "''" : ''})
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _coop_tray`;
    expect(complaints('bash', '--norc', '-c', script)).toBe('');
  },
);

// vibium 201, goto 33: sourced before the completion system is there.
test('zsh learns it even before its completion is set up', () => {
  const script = `. ${at('_coop-tray')} && print -u2 -- $_comps[coop-tray]`;
  expect(complaints('zsh', '-f', '-c', script)).toBe('_coop_tray\n');
});
