/** Everything a person reads, in English (ICU MessageFormat). French has the same keys; a test compares the placeholders. */
import { app } from './en/app.ts';
import { feedback } from './en/feedback.ts';
import { feeds } from './en/feeds.ts';
import { rules } from './en/rules.ts';
import { peace } from './en/peace.ts';
import { terminal } from './en/terminal.ts';
import { history } from './en/history.ts';
import { echo } from './en/echo.ts';
import { calls } from './en/calls.ts';
import { backupsnews } from './en/backupsnews.ts';
import { backups } from './en/backups.ts';

export const en = {
  ...app,
  ...feedback,
  ...feeds,
  ...rules,
  ...peace,
  ...terminal,
  ...history,
  ...echo,
  ...calls,
  ...backupsnews,
  ...backups,
} as const;

export type MessageKey = keyof typeof en;
