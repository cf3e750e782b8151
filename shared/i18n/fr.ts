/** The French catalogue. */
import type { MessageKey } from './en.ts';
import { app } from './fr/app.ts';
import { feedback } from './fr/feedback.ts';
import { feeds } from './fr/feeds.ts';
import { firstRun } from './fr/first-run.ts';
import { hints } from './fr/hints.ts';
import { keyWords } from './fr/keys.ts';
import { problems } from './fr/problems.ts';
import { rules } from './fr/rules.ts';
import { policy } from './fr/notification-policy.ts';
import { start } from './fr/start.ts';
import { terminal } from './fr/terminal.ts';
import { history } from './fr/history.ts';
import { echo } from './fr/echo.ts';
import { calls } from './fr/calls.ts';
import { callRooms } from './fr/call-rooms.ts';
import { backups } from './fr/backups.ts';
import { backupsPage } from './fr/backups-page.ts';
import { backupsnews } from './fr/backup-alerts.ts';
import { accounts } from './fr/accounts.ts';
import { calendar } from './fr/calendar.ts';
import { links } from './fr/links.ts';
import { money } from './fr/money.ts';
import { proxy } from './fr/proxy.ts';
import { quickOpen } from './fr/quick-open.ts';
import { autostart } from './fr/autostart.ts';
import { answers } from './fr/answers.ts';
import { files } from './fr/files.ts';
import { rooms } from './fr/room-export.ts';
import { services } from './fr/services.ts';
import { today } from './fr/today.ts';
import { crash } from './fr/crash.ts';
import { updates } from './fr/updates.ts';

export const fr: Readonly<Record<MessageKey, string>> = {
  ...app,
  ...feedback,
  ...feeds,
  ...firstRun,
  ...hints,
  ...keyWords,
  ...problems,
  ...rules,
  ...policy,
  ...terminal,
  ...start,
  ...history,
  ...echo,
  ...calls,
  ...callRooms,
  ...backups,
  ...backupsPage,
  ...backupsnews,
  ...accounts,
  ...calendar,
  ...links,
  ...money,
  ...proxy,
  ...quickOpen,
  ...answers,
  ...autostart,
  ...files,
  ...rooms,
  ...services,
  ...today,
  ...crash,
  ...updates,
};
