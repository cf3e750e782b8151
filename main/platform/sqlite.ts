/**
 * The app's SQLite databases, through libsql. The native module, with its threads, is loaded when a database is first
 * opened, to keep startup fast.
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
  /** Rows with the columns that the statement selects; read them through `sqlite-row.ts`. */
  all: (sql: string, params?: readonly SqlValue[]) => readonly Row[];
  /** Commits everything that `work` writes, or nothing. */
  transaction: (work: () => void) => void;
  close: () => void;
}>;

export type DatabaseFile = Readonly<{
  path: string;
  /** Step n migrates version n to n + 1; the version is the number of steps applied. */
  migrations: readonly string[];
  /** Date for the name under which a damaged database is set aside. */
  today: string;
  /** True if errors suggested damage while it was in use: run an integrity check before using it again. */
  suspicious: boolean;
}>;

export type OpenedDatabase = Readonly<{
  database: Database;
  /** File name of the damaged database that this one replaces. */
  setAside?: string;
}>;

/** How long a statement waits for another process's lock, in ms. */
const busyMs = 2000;
/** Page cache, in KiB: the app reads little and rarely. */
const cacheKiB = 512;

/** Throws DatabaseError, but never `damaged`: a damaged database is set aside and a new one opened in its place. */
export async function openDatabase(file: DatabaseFile): Promise<OpenedDatabase> {
  const Module = await load();
  try {
    await touch(file.path);
    return { database: openFile(Module, file) };
  } catch (error) {
    const failure = toDatabaseError(error);
    if (!(failure instanceof DatabaseError) || failure.fault !== 'damaged') throw failure;
  }
  const setAside = await setAsideDamaged(file);
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

/** Creates the file first, because SQLite would make it readable by other users. */
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

/** A clean shutdown leaves an empty journal, or none. */
function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function connect(Module: typeof Libsql, path: string): Libsql.Database {
  try {
    return new Module(path);
  } catch (error) {
    // libsql gives this error no code.
    throw new DatabaseError('unwritable', error);
  }
}

function versionOf(raw: Libsql.Database): number {
  const [row] = raw.prepare('PRAGMA user_version').all();
  return numberAt(asRow(row), 'user_version');
}

function check(raw: Libsql.Database): void {
  const [row] = raw.prepare('PRAGMA quick_check(1)').all();
  const result = asRow(row)['quick_check'];
  if (result !== 'ok') throw new DatabaseError('damaged', result);
}

/** In one transaction: a power cut leaves the old version intact. */
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
    const cached = prepared.get(sql) ?? raw.prepare<SqlValue[]>(sql);
    prepared.set(sql, cached);
    return cached;
  };
  return {
    run: (sql, params = []) => void withDatabaseErrors(() => statement(sql).run(...params)),
    all: (sql, params = []) =>
      withDatabaseErrors(() =>
        statement(sql)
          .all(...params)
          .map(asRow),
      ),
    transaction: (work) => withDatabaseErrors(() => inTransaction(raw, work)),
    close: () => {
      prepared.clear();
      closeQuietly(raw);
    },
  };
}

/** The connection ends only when its statements are garbage-collected, so the journal is emptied here. */
function closeQuietly(raw: Libsql.Database): void {
  try {
    raw.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } catch {
    // The leftover journal triggers an integrity check at the next opening.
  }
  raw.close();
}

function inTransaction(raw: Libsql.Database, work: () => void): void {
  raw.exec('BEGIN IMMEDIATE');
  try {
    work();
    raw.exec('COMMIT');
  } catch (error) {
    // SQLite has already rolled back if the disk is full.
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}

function withDatabaseErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDatabaseError(error);
  }
}

/**
 * Moves the journal along, since it may hold data that the file lacks. Never overwrites an earlier copy of the same
 * day.
 */
async function setAsideDamaged({ path, today }: DatabaseFile): Promise<string> {
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
