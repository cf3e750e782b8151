/**
 * The English catalogue (ICU MessageFormat). The others have the same keys and, as a test checks, the same
 * placeholders.
 */
import { app } from './en/app.ts';
import { feedback } from './en/feedback.ts';
import { feeds } from './en/feeds.ts';
import { firstRun } from './en/first-run.ts';
import { hints } from './en/hints.ts';
import { keyWords } from './en/keys.ts';
import { problems } from './en/problems.ts';
import { rules } from './en/rules.ts';
import { policy } from './en/notification-policy.ts';
import { start } from './en/start.ts';
import { terminal } from './en/terminal.ts';
import { history } from './en/history.ts';
import { echo } from './en/echo.ts';
import { calls } from './en/calls.ts';
import { callRooms } from './en/call-rooms.ts';
import { backups } from './en/backups.ts';
import { backupsPage } from './en/backups-page.ts';
import { backupsnews } from './en/backup-alerts.ts';
import { accounts } from './en/accounts.ts';
import { calendar } from './en/calendar.ts';
import { links } from './en/links.ts';
import { money } from './en/money.ts';
import { proxy } from './en/proxy.ts';
import { quickOpen } from './en/quick-open.ts';
import { autostart } from './en/autostart.ts';
import { answers } from './en/answers.ts';
import { files } from './en/files.ts';
import { rooms } from './en/room-export.ts';
import { services } from './en/services.ts';
import { today } from './en/today.ts';
import { crash } from './en/crash.ts';
import { updates } from './en/updates.ts';

export const en = {
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
} as const;

export type MessageKey = keyof typeof en;
