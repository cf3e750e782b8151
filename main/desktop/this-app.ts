/** What Electron knows of the app and its member once it is ready. */
import { app } from 'electron';
import { releaseOfThisBuild } from './release.ts';
import { nearestLocale, regionalTag } from '../../shared/i18n/languages.ts';

export function thisApp() {
  const language = app.getLocale();
  const systemTags = [app.getSystemLocale(), ...app.getPreferredSystemLanguages()];
  return {
    locale: nearestLocale(language),
    /** Of the member, as a BCP 47 tag. */
    language,
    /** With the region whose formats the member uses. */
    languageTag: regionalTag(language, systemTags),
    appVersion: app.getVersion(),
    release: releaseOfThisBuild(),
    profileDir: app.getPath('userData'),
    /** macOS says so; elsewhere a start at login has a flag. */
    startedAtLogin: process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin,
  };
}
