/** What a Linux desktop and a software centre read about the app. */
import type { Locale } from '../../shared/i18n/languages.ts';
import { locales } from '../../shared/i18n/languages.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { appId, linkScheme } from '../../shared/identity.ts';

export type Release = Readonly<{
  /** As in package.json. */
  version: string;
  /** In UTC. */
  date: Date;
  /** False: made with the stand-in for Electron, for tests only. */
  official: boolean;
}>;

/**
 * What a package's file is called, as electron-builder.yml names those of other systems. Not by the package's own version:
 * GitHub renames files with a tilde in their names.
 */
export function fileNameOf(
  { version, official }: Release,
  processor: string,
  kind: string,
): string {
  return `coop-tray-${version}${official ? '' : '-standin'}-linux-${processor}.${kind}`;
}

/** A translator for each language. */
export type Words = Readonly<Record<Locale, Translate>>;

export const homepage = 'https://github.com/hyphacoop/coop-tray';
export const licence = 'GPL-3.0-or-later';
export const vendor = 'The Coop Tray contributors';

export function isoDate({ date }: Pick<Release, 'date'>): string {
  return date.toISOString().slice(0, 10);
}

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export function desktopEntry(words: Words): string {
  return `[Desktop Entry]
Type=Application
Name=Coop Tray
${inEach(words, 'cli.man.says', (says, tag) => `Comment${tag && `[${tag}]`}=${says}`).join('\n')}
Exec=coop-tray --show %U
Icon=${appId}
Terminal=false
Categories=Network;
MimeType=x-scheme-handler/${linkScheme};
StartupWMClass=${appId}
X-GNOME-SingleWindow=true
X-GNOME-UsesNotifications=true
`;
}

/** https://www.freedesktop.org/software/appstream/docs/ */
export function metainfo(words: Words, { version, date }: Release): string {
  const element = (name: string, key: Parameters<Translate>[0]) =>
    inEach(words, key, (says, tag) => `<${name}${tag && ` xml:lang="${tag}"`}>${says}</${name}>`);
  const kind = version.includes('-') ? 'development' : 'stable';
  const paragraphs = [...element('p', 'cli.about.what'), ...element('p', 'settings.privacy')];
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${appId}</id>
  <name>Coop Tray</name>
  ${element('summary', 'cli.man.says').join('\n  ')}
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>${licence}</project_license>
  <developer_name>${vendor}</developer_name>
  <url type="homepage">${homepage}</url>
  <url type="bugtracker">${homepage}/issues</url>
  <description>
    ${paragraphs.join('\n    ')}
  </description>
  <launchable type="desktop-id">${appId}.desktop</launchable>
  <provides>
    <binary>coop-tray</binary>
    <mediatype>x-scheme-handler/${linkScheme}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release type="${kind}" version="${version}" date="${isoDate({ date })}"/>
  </releases>
</component>
`;
}

/** The same in each language; English has no tag. */
function inEach(
  words: Words,
  key: Parameters<Translate>[0],
  write: (says: string, tag: string) => string,
): readonly string[] {
  return locales.map((locale) => write(words[locale](key), locale === 'en' ? '' : locale));
}

/** https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ */
export function copyright(): string {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Coop Tray
Upstream-Contact: ${homepage}/issues
Source: ${homepage}

Files: *
Copyright: 2026 ${vendor}
License: GPL-3+

Files: ${installDir}/resources/app.asar ${installDir}/resources/app.asar.unpacked/*
Copyright: 2026 ${vendor}, and those that are named in ${licencesFile}
License: GPL-3+ and others
 The packages of others that are bundled into these files are under licences
 that go with the GPL. Their texts are in
 ${licencesFile}

Files: ${installDir}/coop-tray ${installDir}/chrome* ${installDir}/lib* ${installDir}/*.pak ${installDir}/*.bin ${installDir}/icudtl.dat ${installDir}/locales/* ${installDir}/vk_* ${installDir}/version ${installDir}/LICENSE*
Copyright: Electron contributors, The Chromium Authors, and others
License: Expat and others
 Electron's licence is in ${installDir}/LICENSE.electron.txt, and those of
 Chromium and all that it brings along in ${installDir}/LICENSES.chromium.html

License: GPL-3+
 This program is free software: you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation, either version 3 of the License, or (at your option) any later
 version.
 .
 On Debian systems, its text is in /usr/share/common-licenses/GPL-3.
`;
}

/** Without a blank: desktop files, scripts and Electron itself stumble over one. */
export const installDir = '/opt/coop-tray';
const licencesFile = `${installDir}/resources/app.asar.unpacked/out/app/licences.txt`;
