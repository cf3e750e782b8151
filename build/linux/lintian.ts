/** What Debian's checker complains of and stays, each with its reason; the package carries it, so the checker knows. */
const reasons: readonly Readonly<{ because: string; tags: readonly string[] }>[] = [
  {
    because: 'Not from a distribution: what comes from elsewhere belongs below /opt (FHS 3.13).',
    tags: ['dir-or-file-in-opt'],
  },
  {
    because: "Chromium's sandbox needs it where users may not make namespaces.",
    tags: ['elevated-privileges'],
  },
  {
    because: 'Electron and the native modules come as their projects built them, Chromium inside.',
    tags: ['embedded-library', 'unstripped-binary-or-object', 'hardening-no-fortify-functions'],
  },
  {
    because: 'The project has no mail address; it is reached at its homepage.',
    tags: ['malformed-contact', 'bogus-mail-host-in-debian-changelog'],
  },
];

export function overrides(): string {
  return reasons
    .flatMap(({ because, tags }) => [`# ${because}`, ...tags.map((tag) => `coop-tray: ${tag} *`)])
    .join('\n')
    .concat('\n');
}
