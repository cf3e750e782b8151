/**
 * A small SQLite database of the app's own, by libsql. The module is loaded when a database is first opened: a native
 * library and its threads have no place in the start of a tray icon.
 */
import { existsSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type Libsql from 'libsql';
import { DatabaseError, toDatabaseError } from './sqlite-error.ts';
import type { Row } from './sqlite-row.ts';
import { asRow, numberAt } from './sqlite-row.ts';

export type SqlValue = string | number | null;

export type Database = Readonly<{
  run: (sql: string, params?: readonly SqlValue[]) => void;
  /** Rows with the columns that the statement names; `sqlite-row.ts` reads and checks them. */
  all: (sql: string, params?: readonly SqlValue[]) => readonly Row[];
  /** Everything that `work` writes, or nothing of it. */
  transaction: (work: () => void) => void;
  close: () => void;
}>;

export type DatabaseFile = Readonly<{
  path: string;
  /** Step n brings version n to version n + 1; the version is how many have been taken. */
  migrations: readonly string[];
  /** Names the file that a damaged database is set aside as. */
  today: string;
  /** True when it was found to be damaged while in use: it is looked through before it is used again. */
  suspicious: boolean;
}>;

export type OpenedDatabase = Readonly<{
  database: Database;
  /** The name of the damaged database whose place this one has taken. */
  setAside?: string;
}>;

/** How long a statement waits for another process, in ms. */
const busyMs = 2000;
/** Of pages kept in memory, in KiB: the app reads little and rarely. */
const cacheKiB = 512;

/** Throws DatabaseError, never with `damaged`: a damaged database is set aside, and a new one opened in its place. */
export async function openDatabase(file: DatabaseFile): Promise<OpenedDatabase> {
  const Module = await load();
  try {
    await touch(file.path);
    return { database: openFile(Module, file) };
  } catch (error) {
    const known = toDatabaseError(error);
    if (!(known instanceof DatabaseError) || known.fault !== 'damaged') throw known;
  }
  const setAside = await putAside(file);
  await touch(file.path);
  return { database: openFile(Module, file), setAside };
}

async function load(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default;
  } catch (error) {
    throw new DatabaseError('unavailable', error);
  }
}

/** The file is made here, because SQLite would make it readable by others. */
async function touch(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await (await open(path, 'a', 0o600)).close();
  } catch (error) {
    throw new DatabaseError('unwritable', error);
  }
}

function openFile(Module: typeof Libsql, { path, migrations, ...file }: DatabaseFile): Database {
  const suspicious = file.suspicious || hasJournal(path);
  const raw = connect(Module, path);
  try {
    const version = versionOf(raw);
    if (version > migrations.length) throw new DatabaseError('newer');
    raw.exec(`PRAGMA busy_timeout = ${busyMs}; PRAGMA cache_size = -${cacheKiB}`);
    raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    if (suspicious) check(raw);
    migrate(raw, migrations, version);
    return wrap(raw);
  } catch (error) {
    raw.close();
    throw toDatabaseError(error);
  }
}

/** A database that was closed in peace leaves an empty journal, or none. */
function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function connect(Module: typeof Libsql, path: string): Libsql.Database {
  try {
    return new Module(path);
  } catch (error) {
    // Comes without a code.
    throw new DatabaseError('unwritable', error);
  }
}

function versionOf(raw: Libsql.Database): number {
  const [row] = raw.prepare('PRAGMA user_version').all();
  return numberAt(asRow(row), 'user_version');
}

function check(raw: Libsql.Database): void {
  const [row] = raw.prepare('PRAGMA quick_check(1)').all();
  const found = asRow(row)['quick_check'];
  if (found !== 'ok') throw new DatabaseError('damaged', found);
}

/** All steps or none: a power cut in between leaves the old version whole. */
function migrate(raw: Libsql.Database, migrations: readonly string[], version: number): void {
  if (version === migrations.length) return;
  inTransaction(raw, () => {
    for (const step of migrations.slice(version)) raw.exec(step);
    raw.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function wrap(raw: Libsql.Database): Database {
  const prepared = new Map<string, Libsql.Statement<SqlValue[]>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? raw.prepare<SqlValue[]>(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    run: (sql, params = []) => void translated(() => statement(sql).run(...params)),
    all: (sql, params = []) =>
      translated(() =>
        statement(sql)
          .all(...params)
          .map(asRow),
      ),
    transaction: (work) => translated(() => inTransaction(raw, work)),
    close: () => {
      prepared.clear();
      closeQuietly(raw);
    },
  };
}

/** The connection itself ends only when its statements are collected, so the journal is emptied here. */
function closeQuietly(raw: Libsql.Database): void {
  try {
    raw.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } catch {
    // The next opening will look through it.
  }
  raw.close();
}

function inTransaction(raw: Libsql.Database, work: () => void): void {
  raw.exec('BEGIN IMMEDIATE');
  try {
    work();
    raw.exec('COMMIT');
  } catch (error) {
    // A full disk has rolled back already.
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDatabaseError(error);
  }
}

/** With its journal, which may hold what the file lacks. A second one of the same day costs nothing of the first. */
async function putAside({ path, today }: DatabaseFile): Promise<string> {
  const stem = `${basename(path, '.db')}.damaged-${today}`;
  const name = freeName(dirname(path), stem, '.db');
  const target = join(dirname(path), name);
  try {
    await rename(path, target);
    for (const journal of ['-wal', '-shm']) {
      await rm(`${target}${journal}`, { force: true });
      if (existsSync(`${path}${journal}`)) await rename(`${path}${journal}`, `${target}${journal}`);
    }
    return name;
  } catch (error) {
    throw new DatabaseError('unwritable', error);
  }
}

function freeName(folder: string, stem: string, ending: string, count = 1): string {
  const name = `${stem}${count > 1 ? `-${count}` : ''}${ending}`;
  return existsSync(join(folder, name)) ? freeName(folder, stem, ending, count + 1) : name;
}
